"""Which worker of xdist runs which tests, and in what order.

The tests of a file stay together, so that its fixtures are made once; those marked with
`xdist_group` stay together whatever their file, such as all that need a Neo4j server. What takes
longest starts first: otherwise one worker would be at it while the others have nothing left to do.
When a worker dies, the test that it was running fails and the rest of its tests go to another.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadGroupScheduling
from xdist.workermanage import WorkerController

from tests.neo4j_versions import keep_one_version, turn_of_server

LONGEST = (
    "test_backend_any_graph.py",  # compiles what most others call, while the servers start
    "neo4j",
    "spark",
    "test_view_interactions.py",
    "test_view_axe.py",
    "test_cli.py",
    "test_view_pictures.py",
    "test_packaging.py",
    "test_backend_networkx.py",
    "test_store_killed.py",
    "test_store_embedded.py",
    "test_serve.py",
    "test_site.py",
    "test_layout_browser.py",
    "test_view_hostile.py",
    "test_neo4j_server.py",
    "test_figure.py",
    "test_figure_text.py",
    "test_backend_equality.py",
    "test_import_corpus.py",
    "test_unsafe_characters.py",
    "test_store_whole.py",
    "test_view_camera.py",
    "test_view_keys.py",
    "test_layout_views.py",
    "test_cli_workbooks.py",
    "test_documents.py",
    "test_webgl_browser.py",
    "test_benchmarks.py",
)
"""Groups and files that take ten seconds of processor time and more, and so start first.

A name that is missing, or of a file that is no more, costs balance and breaks nothing.
"""


class GroupsAndFiles(LoadGroupScheduling):
    """Hands out groups whole, as xdist does, and files whole rather than single tests.

    xdist 3.8 puts all that a dead worker ever had back into the queue: also the test that killed
    it, which kills the next worker too, and groups with nothing left to run, on which a worker
    waits for ever.
    """

    def remove_node(self, node: WorkerController) -> str | None:
        """Take a worker out, hand on what it has not run, and name the test that it died in."""
        groups = self.assigned_work.pop(node)
        left = [
            (name, test)
            for name, tests in groups.items()
            for test, done in tests.items()
            if not done
        ]
        if not left:
            return None
        group, died_in = left[0]  # a worker runs its tests in the order in which it was given them
        groups[group][died_in] = True  # xdist reports it as failed
        for name in dict.fromkeys(name for name, _ in reversed(left[1:])):
            self.workqueue[name] = groups[name]
            self.workqueue.move_to_end(name, last=False)
        for other in self.nodes:
            self._reschedule(other)
        return died_in

    def _reschedule(self, node: WorkerController) -> None:
        if node not in self.registered_collections:
            return  # in place of a dead one, and still collecting: its turn comes afterwards
        super()._reschedule(node)
        # A worker starts a test only when it knows what follows: another test or the end.
        while self.workqueue and self._pending_of(self.assigned_work[node]) < 2:
            if node.shutting_down:
                return
            self._assign_work_unit(node)
        if not self.workqueue:
            node.shutdown()

    def _split_scope(self, nodeid: str) -> str:
        return str(super()._split_scope(nodeid)).partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> GroupsAndFiles | None:
    """Use this distribution with `--dist loadgroup`, and xdist's own with any other."""
    return GroupsAndFiles(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the versions of Neo4j in turn where a file asks for it, and put what takes longest
    first, for xdist hands out in this order.
    """
    keep_one_version(config, items)
    if hasattr(config, "workerinput"):
        items.sort(key=_turn)
    # They kill the server that the others use, and set it otherwise.
    items.sort(key=lambda item: item.path.name == "test_neo4j_own_server.py")


def _turn(item: pytest.Item) -> tuple[int, int]:
    mark = item.get_closest_marker("xdist_group")
    name = mark.args[0] if mark else item.path.name
    place = LONGEST.index(name) if name in LONGEST else len(LONGEST)
    return place, turn_of_server(item) if name == "neo4j" else 0
