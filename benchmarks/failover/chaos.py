"""Carries out the plan: two tracks, each of which waits until its last kill has healed."""

import threading
import time
from itertools import count

from cluster import Cluster
from events import EventLog, Outage
from options import Form
from plan import DatabaseEvent, ServerEvent, database_events, server_events
from servers import Servers


class Chaos:
    def __init__(self, cluster: Cluster, servers: Servers, log: EventLog, stop: threading.Event):
        self._cluster = cluster
        self._servers = servers
        self._log = log
        self._stop = stop

    def database_track(self, seed: int, form: Form) -> None:
        end = time.monotonic() + form.chaos
        events = database_events(seed, form)
        for number in count():
            if number >= len(form.database_deck) and time.monotonic() > end:
                return
            event = next(events)
            if self._stop.wait(event.pause):
                return
            self._hurt_database(event)

    def server_track(self, seed: int, form: Form) -> None:
        end = time.monotonic() + form.chaos
        events = server_events(seed, form)
        for number in count():
            if number >= form.least_server_kills and time.monotonic() > end:
                return
            event = next(events)
            if self._stop.wait(event.pause):
                return
            self._kill_server(event)

    def _hurt_database(self, event: DatabaseEvent) -> None:
        before = self._cluster.await_whole()
        leader = before.name
        node = self._cluster.node(leader)
        at = self._log.note(event.kind, node=leader)
        if event.kind == "node-kill":
            node.kill()
        elif event.kind == "postmaster-kill":
            node.kill_postmaster()
        else:
            self._cluster.switch_over(leader)
        primary = self._cluster.await_primary(lambda primary: primary.term != before.term)
        led = self._log.note("new-leader", node=primary.name)
        # Started before another node leads, it would take the lead again, and nothing would have failed over.
        if event.kind == "node-kill":
            self._stop.wait(event.restart_after)
            self._log.note("node-restart", node=leader)
            node.start()
        self._cluster.await_whole()
        healed = self._log.note("cluster-whole")
        self._log.note_outage(Outage(event.kind, leader, at, healed, led - at))

    def _kill_server(self, event: ServerEvent) -> None:
        self._servers.await_health()
        server = self._servers.all[event.server]
        at = self._log.note("server-kill", server=server.url)
        server.kill()
        self._stop.wait(event.restart_after)
        self._log.note("server-restart", server=server.url)
        server.start()
        self._servers.await_health()
        healed = self._log.note("servers-answer")
        self._log.note_outage(Outage("server-kill", server.url, at, healed))
