"""What the server is asked by a browser that is signed in, one request after another on one connection that is kept."""

import gzip
import http.client
import json
import time
import urllib.parse

from server import Failed

PATIENCE = 60


class Wire:
    def __init__(self, url: str, cookie: str):
        self._url = url
        self._cookie = cookie

    def budget(self, path: str) -> tuple[str, list[dict], str]:
        """The budget's version, its lines, and the token that edits are sent with."""
        _, answer = self._ask(self._connection(), "GET", path)
        told = json.loads(gzip.decompress(answer))
        lines = [{} for _ in told["lines"]["id"]]
        for name, texts in told["lines"].items():
            for place, text in enumerate(texts):
                lines[place][name] = lines[place - 1][name] if text == 0 else text
        return urllib.parse.quote(told["version"]), lines, told["formToken"]

    def get(self, path: str, count: int) -> tuple[list[float], int]:
        """Milliseconds of each request, from its first byte to the last byte of its answer; and the answer's length."""
        connection = self._connection()
        asked = [self._ask(connection, "GET", path) for _ in range(count)]
        return [milliseconds for milliseconds, _ in asked], len(asked[-1][1])

    def edit(self, path: str, lines: list[dict], token: str, count: int) -> list[float]:
        """Types over the description of one line after another."""
        connection = self._connection()
        times = []
        for number in range(count):
            line = lines[number * 7 % len(lines)]
            text = f"Typed by the benchmark, {number}"
            row = {"line": line["id"], "cells": {"description": text}, "seen": {"description": line["description"]}}
            took, answer = self._ask(connection, "POST", path, {"source": "typing", "rows": [row]}, token)
            told = json.loads(answer)["rows"][0]
            if told["outcome"] != "changed":
                raise Failed(f"A line was not changed: {told}")
            line["description"] = text
            times.append(took)
        return times

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urllib.parse.urlsplit(self._url).netloc, timeout=PATIENCE)

    def _ask(self, connection, method: str, path: str, body=None, token: str = "") -> tuple[float, bytes]:
        headers = {"Cookie": self._cookie, "Origin": self._url}
        if method == "GET":
            headers["Accept-Encoding"] = "gzip"
        else:
            headers |= {"Content-Type": "application/json", "X-Form-Token": token}
        sent = json.dumps(body) if body is not None else None
        begun = time.perf_counter()
        connection.request(method, path, sent, headers)
        answer = connection.getresponse()
        read = answer.read()
        took = (time.perf_counter() - begun) * 1_000
        if answer.status not in (200, 204):
            raise Failed(f"{method} {path} was answered {answer.status}: {read[:500]!r}")
        return took, read
