"""The way from every Web Connector to the server: it knows at any moment what is on its way, and it outlives every
server, so that a connector's address stays good."""

import re
import socket
import socketserver
import threading
from collections import Counter
from dataclasses import dataclass

TICKET = re.compile(rb"<ticket>([^<]*)</ticket>")
STRINGS = re.compile(rb"<string>([^<]*)</string>")
MESSAGES = re.compile(rb"(?:&lt;|<)(\w+)Rs\b")
LENGTH = re.compile(rb"(?im)^content-length:\s*(\d+)")
METHOD = re.compile(rb'(?im)^soapaction:\s*"[^"]*/(\w+)"')
PATIENCE_SECONDS = 60
NO_SESSION = {b"nvu", b"none", b"busy"}


@dataclass(frozen=True)
class Moment:
    """What was going on at one instant: the phase of every call on its way, and the sessions that stood between two
    calls, when QuickBooks itself was at work."""

    calls: list[str]
    sessions_between_calls: int


class Wire:
    def __init__(self, port: int):
        self.port = port
        self.server_port: int | None = None
        self.sent, self.lost = Counter(), Counter()
        self._lock = threading.Lock()
        self._calls: dict[int, tuple[str, bytes]] = {}
        # Of each open session: what was last answered in it.
        self._sessions: dict[bytes, str] = {}
        wire = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                wire._carry(self.request)

        class Listener(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request, client_address) -> None:
                """A connection that breaks is what this is for."""

        self._listener = Listener(("127.0.0.1", port), Handler)
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._listener.shutdown()
        self._listener.server_close()

    def moment(self) -> Moment:
        with self._lock:
            busy = {ticket for _, ticket in self._calls.values() if ticket}
            return Moment([phase for phase, _ in self._calls.values()], len(self._sessions.keys() - busy))

    def _carry(self, connector: socket.socket) -> None:
        connector.settimeout(PATIENCE_SECONDS)
        request = message_from(connector)
        if request is None:
            return
        method = found(METHOD, request) or b"?"
        ticket = found(TICKET, request) or b""
        phase = self._begin(method.decode(), ticket, request)
        answer = None
        try:
            if self.server_port:
                with socket.create_connection(("127.0.0.1", self.server_port), PATIENCE_SECONDS) as server:
                    server.sendall(request)
                    answer = message_from(server)
        except OSError:
            answer = None
        self._end(method, ticket, phase, answer)
        if answer is not None:
            connector.sendall(answer)

    def _begin(self, method: str, ticket: bytes, request: bytes) -> str:
        with self._lock:
            if method == "receiveResponseXML":
                # A ticket answers one request at a time, so its last answer tells what comes next.
                self._sessions[ticket] = "+".join(dict.fromkeys(kinds_in(request))) or "error"
                phase = f"answer of {self._sessions[ticket]}"
            elif method == "sendRequestXML":
                phase = f"request after {self._sessions.get(ticket, 'sign-in')}"
            else:
                phase = method
            self._calls[threading.get_ident()] = (phase, ticket)
            self.sent[phase] += 1
            return phase

    def _end(self, method: bytes, ticket: bytes, phase: str, answer: bytes | None) -> None:
        with self._lock:
            del self._calls[threading.get_ident()]
            if answer is None:
                # The connector breaks the session off, and begins another.
                self.lost[phase] += 1
                self._sessions.pop(ticket, None)
            elif method == b"authenticate":
                strings = STRINGS.findall(answer)
                if len(strings) >= 2 and strings[1].lower() not in NO_SESSION:
                    self._sessions[strings[0]] = "sign-in"
            elif method == b"closeConnection":
                self._sessions.pop(ticket, None)


def kinds_in(request: bytes) -> list[str]:
    return [kind.decode() for kind in MESSAGES.findall(request) if kind != b"QBXMLMsgs"]


def found(pattern: re.Pattern[bytes], text: bytes) -> bytes | None:
    match = pattern.search(text)
    return match.group(1) if match else None


def message_from(peer: socket.socket) -> bytes | None:
    """One whole HTTP message; nothing when the peer went away before its end."""
    received = b""
    while True:
        head, separator, body = received.partition(b"\r\n\r\n")
        if separator and len(body) >= int(found(LENGTH, head) or 0):
            return received
        try:
            more = peer.recv(1 << 16)
        except OSError:
            return None
        if not more:
            return None
        received += more
