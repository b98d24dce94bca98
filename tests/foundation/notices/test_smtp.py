from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

import pytest

from prongsai.foundation.notices.smtp import NotSent, Security, Server, Unsure, deliver
from tests.factories.mail_server import mail_server

pytestmark = pytest.mark.enable_socket
SAYS = (b"220 hello", b"250 hello", b"250 from", b"250 to", b"354 go on")


@contextmanager
def breaks_after(answers: int) -> Iterator[int]:
    """Answer a client so many times, then close the connection; give the port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            link, _ = listening.accept()
            with link, link.makefile("rb") as lines:
                for place, said in enumerate(SAYS[:answers]):
                    if place:
                        lines.readline()
                    link.sendall(said + b"\r\n")
                if answers == len(SAYS):
                    list(iter(lines.readline, b".\r\n"))

        thread = threading.Thread(target=answer)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def hand_over(server: Server, recipient: str = "anong@example.org") -> None:
    message = EmailMessage()
    message["Subject"] = "ทดสอบ"
    message.set_content("x", cte="base64")
    deliver(message, sender="ita@example.org", recipient=recipient, server=server)


@pytest.mark.parametrize("answers", [0, 1, 3, 4])
def test_a_connection_that_breaks_before_the_message_has_sent_nothing(answers: int) -> None:
    with breaks_after(answers) as port, pytest.raises((NotSent, Unsure)) as raised:
        hand_over(Server(host="127.0.0.1", port=port))
    # After the last of these the server was asked to take the message: it may be on its way.
    assert raised.type is (Unsure if answers == 4 else NotSent)


def test_nobody_knows_what_became_of_a_message_after_which_the_connection_broke() -> None:
    with breaks_after(len(SAYS)) as port, pytest.raises(Unsure):
        hand_over(Server(host="127.0.0.1", port=port))


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_where_the_way_cannot_be_closed_nothing_is_sent(security: Security) -> None:
    with mail_server() as box:
        server = Server(host="127.0.0.1", port=box.port, security=security, user="a", password="b")  # noqa: S106 -- made up
        with pytest.raises(NotSent):
            hand_over(server)
    assert box.taken == []


@pytest.mark.parametrize(
    "recipient",
    ["a@example.org>\r\nRCPT TO:<x@example.org", "a@example.org\nx", "a@b, x@b", "A <x@b>"],
)
def test_what_is_not_one_address_is_refused_for_good_and_reaches_nobody(recipient: str) -> None:
    with mail_server() as box, pytest.raises(NotSent) as refused:
        hand_over(Server(host="127.0.0.1", port=box.port), recipient)
    assert (refused.value.is_final, box.taken) == (True, [])
