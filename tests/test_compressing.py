"""Pages travel compressed to whoever can unpack them; uploads go as they are."""

import gzip

import pytest

pytestmark = pytest.mark.django_db

ASKED = {"accept-encoding": "gzip, deflate"}


def test_a_page_travels_compressed(client):
    plain = client.get("/ru/sign-in/")
    packed = client.get("/ru/sign-in/", headers=ASKED)
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert "Вход" in gzip.decompress(packed.content).decode()


def test_who_cannot_unpack_gets_it_plain(client):
    response = client.get("/ru/sign-in/")
    assert not response.has_header("Content-Encoding")
    assert "Вход" in response.content.decode()


@pytest.mark.parametrize("name", ["film.mp4", "notes.txt"])
def test_an_upload_goes_as_it_is_and_in_parts(client, settings, tmp_path, name):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / name).write_bytes(bytes(5000))
    response = client.get(f"/media/{name}", headers=ASKED | {"range": "bytes=0-999"})
    assert response.status_code == 206
    assert not response.has_header("Content-Encoding")
    assert len(b"".join(response.streaming_content)) == 1000
