"""A small HTTP load: one thread over a fixed pool of keep-alive connections, each with one request under way.

A general client spends more on a request than the server does; this one, in a process of its own, costs about 30 µs.
"""

from __future__ import annotations

import select
import socket
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

RECEIVE = 1 << 20


def requests_per_second(port: int, path: str, body: bytes, seconds: float, connections: int = 4) -> float:
    """Answered requests per second of POSTing `body`; raises RuntimeError on any answer but 200."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_drive, port, path, body, seconds, connections).result(timeout=seconds + 30)


def _drive(port: int, path: str, body: bytes, seconds: float, connections: int) -> float:
    request = _request(path, body)
    pool = [socket.create_connection(("127.0.0.1", port)) for _ in range(connections)]
    waiting, sockets = select.epoll(), {s.fileno(): s for s in pool}
    for number, connection in sockets.items():
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting.register(number, select.EPOLLIN)
        connection.sendall(request)
    answered, start = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - start) < seconds:
        for number, _ in waiting.poll(1.0):
            _receive(sockets[number])
            sockets[number].sendall(request)
            answered += 1
    return answered / elapsed


def _request(path: str, body: bytes) -> bytes:
    head = (f"POST {path} HTTP/1.1", "Host: x", "Content-Type: application/json", f"Content-Length: {len(body)}")
    return "\r\n".join((*head, "", "")).encode() + body


def _receive(connection: socket.socket) -> None:
    """Read one whole answer."""
    data = connection.recv(RECEIVE)
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"the server answered {data[:500]!r}")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    while len(body) < length:
        body += connection.recv(RECEIVE)
