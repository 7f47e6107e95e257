"""What was measured, for people to read."""

from .rows import percentiles, refused

HEAD = ("", "per second", "ratio", "bar", "queries", "cpu ms", "p50 ms", "p95 ms", "p99 ms", "not 200")
WIDTHS = (34, 11, 7, 6, 9, 8, 8, 8, 8, 8)
MOST_MEMORY = 350
LONGEST_START = 5


def show(rows, asked):
    """Print the table of rows with their ratios."""
    print()
    _line(HEAD)
    for row in rows:
        seen = asked[row.name]
        queries = str(seen["queries"]) + (f" ≤ {row.most_queries}" if row.most_queries else "")
        ratio, bar = (f"{share:.2f}" if share else "" for share in (row.ratio, row.bar))
        times = [f"{seconds * 1000:.0f}" for seconds in row.percentiles]
        cells = (row.name, f"{row.rate:.0f}", ratio, bar, queries, f"{seen['milliseconds']:.2f}", *times)
        _line((*cells, str(row.refused)), row.is_below_its_bar)


def show_everybody(reading, saving):
    """Print how 200 learners fared who read and saved at the same time."""
    seconds = percentiles(saving.times)[1]
    print(
        f"\n200 learners at once: {len(reading.times) / reading.seconds:.0f} pages and"
        f" {len(saving.times) / saving.seconds:.0f} saves a second, save p95 {seconds:.2f} s (bar 2 s),"
        f" not 200: {refused(reading) + refused(saving)}"
    )


def show_server(site):
    resident, proportional = (size / 2**20 for size in site.memory())
    print(f"Start to first page: {site.cold_start:.1f} s (bar {LONGEST_START} s)")
    print(
        f"Memory: {proportional:.0f} MB, {resident:.0f} MB counting shared pages twice (bar {MOST_MEMORY} MB)"
    )


def show_where_the_time_goes(rows, asked):
    """Print a profile of each row given."""
    for row in rows:
        print(f"\nWhere the time goes: {row.name} (the profiler makes everything slower)\n")
        print("\n".join(asked[row.name]["profile"]))


def _line(cells, is_marked=False):
    first, *others = zip(cells, WIDTHS, strict=True)
    row = first[0].ljust(first[1]) + "".join(cell.rjust(width) for cell, width in others)
    print(row + ("  below the bar" if is_marked else ""))
