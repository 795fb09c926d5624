"""`corrobora serve` as a process: it greets, answers, refuses a taken port, and stops without dropping a request."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
COMMAND = Path(sys.executable).with_name("corrobora")
BODY = b'{"text": "The guild claimed that it holds the mill."}'


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with two workers: its port and what it printed until the line to try."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    database = f"sqlite:///{tmp_path_factory.mktemp('serve')}/claims.db"
    command = [COMMAND, "serve", "--port", str(port), "--workers", "2", "--database", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        greeting = "".join(process.stdout.readline() for _ in range(3))
        yield process, port, greeting
        process.kill()


def test_the_printed_curl_line_works(server):
    _, port, greeting = server
    url, body = re.search(r"curl -s (\S+) .*-d '(.+)'", greeting).groups()
    assert f"127.0.0.1:{port}" in url
    request = urllib.request.Request(url, body.encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert 0 < json.load(answer)["score"] < 1


def test_it_is_ready_and_tells_the_rulebook(server):
    with urllib.request.urlopen(f"http://127.0.0.1:{server[1]}/readyz", timeout=30) as answer:
        assert re.fullmatch(r"[0-9a-f]{64}", json.load(answer)["rulebook"]["sha256"])


def test_a_taken_port_is_refused_in_one_line(server):
    second = subprocess.run([COMMAND, "serve", "--port", str(server[1])], capture_output=True, text=True, timeout=60)
    assert second.returncode == 2
    problem = "another program listens there; choose another port"
    assert second.stderr == f"corrobora: cannot listen on 127.0.0.1 port {server[1]}: {problem}\n"


def test_it_stops_gracefully_and_finishes_the_request_under_way(server):
    process, port, _ = server
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest("POST", "/v1/score")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(len(BODY)))
    connection.putheader("Expect", "100-continue")
    connection.endheaders(BODY[:10])
    assert connection.sock.recv(64).startswith(b"HTTP/1.1 100")
    process.send_signal(signal.SIGTERM)
    connection.send(BODY[10:])
    assert connection.getresponse().status == 200
    assert process.wait(timeout=30) == 0
