"""Somebody seeks in a video on a slow line: the school's own server sends the part that is wanted."""

import pytest

from lifelong.ranges import Unsatisfiable, wanted_range

FILM = bytes(range(256)) * 1000


@pytest.fixture
def film(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "film.mp4").write_bytes(FILM)
    return "/media/film.mp4"


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=100000-", 100_000, 255_999),
        ("bytes=-500", 255_500, 255_999),
        ("bytes=255999-", 255_999, 255_999),
        ("bytes=1000-999999999", 1000, 255_999),
        ("bytes=-999999999", 0, 255_999),
    ],
)
def test_a_player_gets_the_part_it_asks_for(film, client, asked, first, last):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 206
    assert body(response) == FILM[first : last + 1]
    assert response["Content-Range"] == f"bytes {first}-{last}/256000"
    assert response["Content-Length"] == str(last - first + 1)
    assert response["Content-Type"] == "video/mp4"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "asked", ["", "bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-9", "words=0-9", "bytes=a-b"]
)
def test_what_is_no_simple_part_is_answered_with_the_whole(film, client, asked):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 200
    assert body(response) == FILM
    assert response["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=-0", "bytes=999999999999-"])
def test_what_lies_beyond_the_end_is_refused(film, client, asked):
    response = client.get(film, headers={"range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */256000"


def test_a_film_that_was_replaced_meanwhile_begins_anew(film, client):
    began = client.get(film, headers={"range": "bytes=0-9"})["Last-Modified"]
    same = client.get(film, headers={"range": "bytes=10-19", "if-range": began})
    assert (same.status_code, body(same)) == (206, FILM[10:20])
    other = client.get(film, headers={"range": "bytes=10-19", "if-range": "Mon, 05 Jan 2026 10:00:00 GMT"})
    assert (other.status_code, body(other)) == (200, FILM)


def test_asking_only_about_a_film_sends_nothing_of_it(film, client):
    response = client.head(film, headers={"range": "bytes=0-9"})
    assert response.status_code == 200
    assert (response["Accept-Ranges"], response["Content-Length"]) == ("bytes", "256000")


def test_a_film_that_the_browser_has_is_not_sent_again(film, client):
    changed = client.get(film)["Last-Modified"]
    assert client.get(film, headers={"if-modified-since": changed, "range": "bytes=0-9"}).status_code == 304


def test_an_empty_file_has_no_parts():
    with pytest.raises(Unsatisfiable):
        wanted_range("bytes=0-", 0)


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "page.xhtml", "noname", "script.js"])
def test_what_could_run_is_only_ever_kept_as_a_file(film, client, settings, name):
    (settings.MEDIA_ROOT / name).write_text("<script>alert(1)</script>")
    response = client.get(f"/media/{name}")
    assert response["Content-Disposition"] == "attachment"
    assert "sandbox" in response["Content-Security-Policy"]


def test_nobody_climbs_out_of_the_folder(film, client):
    assert client.get("/media/../settings.py").status_code == 400
    assert client.get("/media/%2e%2e/settings.py").status_code == 400
