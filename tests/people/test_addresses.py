import pytest

from people.addresses import client_address


@pytest.fixture
def sent(rf, settings):
    def address_of(forwarded=None, proxies=0, peer="10.0.0.5"):
        settings.LIFELONG_PROXY_COUNT = proxies
        headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
        return client_address(rf.get("/", headers=headers, REMOTE_ADDR=peer))

    return address_of


def test_a_sender_cannot_choose_an_address_where_there_is_no_proxy(sent):
    assert sent("1.2.3.4") == "10.0.0.5"


def test_behind_one_proxy_the_address_is_the_one_that_the_proxy_saw(sent):
    assert sent("6.6.6.6, 1.2.3.4", proxies=1) == "1.2.3.4"


def test_behind_two_proxies_the_address_is_the_one_that_the_outer_proxy_saw(sent):
    assert sent("6.6.6.6, 1.2.3.4, 10.0.0.9", proxies=2) == "1.2.3.4"


@pytest.mark.parametrize("forwarded", [None, "", "unknown", "<script>", "999.1.1.1"])
def test_a_request_that_went_past_the_proxy_counts_for_its_sender(sent, forwarded):
    assert sent(forwarded, proxies=1) == "10.0.0.5"


def test_too_few_proxies_in_the_header_count_for_the_sender(sent):
    assert sent("1.2.3.4", proxies=2) == "10.0.0.5"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("1.2.3.4:51000", "1.2.3.4"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
        ("::1", "::"),
    ],
)
def test_ports_are_dropped_and_an_ipv6_subscriber_is_one_address(sent, written, address):
    assert sent(peer=written) == address


def test_a_unix_socket_has_no_address(sent):
    assert sent(peer="") is None
