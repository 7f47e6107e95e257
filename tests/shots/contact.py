"""All pictures side by side: a row for each scene, a column for each way of looking at it."""

from html import escape

HEAD = """<!doctype html><meta charset="utf-8"><title>Shots</title>
<style>body{font:16px sans-serif}td{vertical-align:top;padding:4px}img{width:320px;border:1px solid #999}</style>"""


def write_contact_sheet(folder):
    looks = sorted(path.name for path in folder.iterdir() if path.is_dir())
    scenes = sorted({path.name for path in folder.glob("*/*.png")})
    rows = [_row("th", "", looks)]
    for scene in scenes:
        pictures = [f'<a href="{look}/{scene}"><img src="{look}/{scene}" alt=""></a>' for look in looks]
        rows.append(_row("td", escape(scene), pictures))
    (folder / "index.html").write_text(f"{HEAD}<table>{''.join(rows)}</table>")


def _row(cell, name, contents):
    return f"<tr><th>{name}</th>{''.join(f'<{cell}>{content}</{cell}>' for content in contents)}</tr>"
