"""How well layouts read and what they take, side by side with graphviz, rustworkx and networkx.

    python benchmarks/layouts.py
    python benchmarks/layouts.py --networks sample,300 --sides graphkit,sfdp

All lay out the same graph: organisations, and the groups of three or more with a spoke to each
member. Each runs in a process of its own. The columns:

- kept: of the k organisations nearest to one in the picture, where k is how many it is tied to, the
  share that it is tied to (kNN precision); the mean over all that have ties.
- overlap: the share of marks, each 16 pixels wide, that lie on another, when the picture is as
  large as graphkit's; room: how many times as wide it must be for none to.
- time: of the processor, start-up and reading left out but for sfdp, which is a program; seconds
  for graphkit, and for the others how many times as long as that.

sfdp (Debian's graphviz) runs with -Goverlap=prism, as its manual advises.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from networks import cordis_2014, generated

from graphkit.network import Group, Network, TwoMode
from graphkit.views.layout.two_mode_layout import lay_out

Floats = npt.NDArray[np.float64]
Edges = list[tuple[int, int]]

RADIUS = 8.0


def form_of(network: str) -> TwoMode:
    """The network by its name or by its size."""
    if network == "sample":
        import graphkit

        return Network.of(graphkit.read(Path(graphkit.__file__).parent / "demo")).two_mode
    size = 0 if network == "cordis" else int(network)
    pairs = cordis_2014() if network == "cordis" else generated(size, size // 2)
    order = np.lexsort((pairs.members[1], pairs.members[0]))
    return TwoMode(
        organisations=tuple(f"o{at:06}" for at in range(pairs.nodes)),
        groups=tuple(Group("collaboration", f"g{at:06}", f"g{at}") for at in range(pairs.groups)),
        members=pairs.members[:, order].astype(np.int32),
        weights=np.ones(pairs.groups),
        scheme="none",
    )


def drawn(form: TwoMode) -> tuple[int, Edges]:
    """The graph that is laid out: how many vertices, and the edges."""
    sizes = form.sizes()
    hubs = np.flatnonzero(sizes > 2)
    place = {group: len(form.organisations) + at for at, group in enumerate(hubs.tolist())}
    pairs: dict[int, list[int]] = {}
    edges = set()
    for organisation, group in form.members.T.tolist():
        if group in place:
            edges.add((organisation, place[group]))
        elif sizes[group] == 2:
            pairs.setdefault(group, []).append(organisation)
    edges.update((a, b) for a, b in pairs.values())
    return len(form.organisations) + len(hubs), sorted(edges)


def by_graphkit(form: TwoMode) -> Floats:
    """Our own; anchors are left out, so that all lay out the same graph."""
    layout = lay_out(form, [None] * len(form.groups), [RADIUS] * len(form.organisations))
    points = [point for point in layout.groups if point]
    return np.vstack([layout.organisations, np.array(points).reshape(-1, 2)])


def by_sfdp(form: TwoMode) -> Floats:
    """graphviz's layout for large graphs, with its own removal of overlaps."""
    count, edges = drawn(form)
    wide = 2 * RADIUS / 72
    lines = [f"{at};" for at in range(count)] + [f"{a}--{b};" for a, b in edges]
    text = "\n".join(
        [f'graph {{ node [shape=circle fixedsize=true label="" width={wide:.4f}];', *lines, "}"]
    )
    said = subprocess.run(
        ["sfdp", "-Goverlap=prism", "-Tplain"], input=text, capture_output=True, text=True
    )
    points = np.zeros((count, 2))
    for line in said.stdout.splitlines():
        if line.startswith("node "):
            _, name, x, y, *_ = line.split()
            points[int(name)] = float(x), float(y)
    return points * 72


def by_rustworkx(form: TwoMode) -> Floats:
    """Fruchterman and Reingold's spring layout in Rust."""
    import rustworkx

    count, edges = drawn(form)
    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, 1.0) for a, b in edges])
    found = rustworkx.spring_layout(graph, seed=1)
    return np.array([found[at] for at in range(count)])


def by_networkx_spring(form: TwoMode) -> Floats:
    """Fruchterman and Reingold's spring layout in Python."""
    import networkx as nx

    return _by_networkx(form, lambda graph: nx.spring_layout(graph, seed=1))


def by_networkx_kamada(form: TwoMode) -> Floats:
    """Kamada and Kawai's layout, by path lengths."""
    import networkx as nx

    return _by_networkx(form, nx.kamada_kawai_layout)


def _by_networkx(form: TwoMode, layout: Callable[..., dict[int, Floats]]) -> Floats:
    import networkx as nx

    count, edges = drawn(form)
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges)
    found = layout(graph)
    return np.array([found[at] for at in range(count)])


SIDES: dict[str, tuple[Callable[[TwoMode], Floats], int]] = {
    "graphkit": (by_graphkit, 1_000_000),
    "sfdp": (by_sfdp, 1_000_000),
    "rustworkx spring": (by_rustworkx, 12_000),
    "networkx spring": (by_networkx_spring, 4_000),
    "networkx kamada-kawai": (by_networkx_kamada, 1_000),
}
"""Each side, and the most vertices that it is given: more would take it many minutes."""


def kept(form: TwoMode, points: Floats) -> float:
    """kNN precision over the organisations."""
    from scipy.spatial import cKDTree

    ties = form.projection()
    ties.sort_indices()
    own = points[: len(form.organisations)]
    tree = cKDTree(own)
    shares = []
    for at in range(len(own)):
        tied = ties.indices[ties.indptr[at] : ties.indptr[at + 1]]
        if len(tied):
            near = tree.query(own[at], len(tied) + 1)[1]
            shares.append(np.isin(near[near != at][: len(tied)], tied).mean())
    return float(np.mean(shares))


def crowding(points: Floats, area: float) -> tuple[float, float]:
    """The share of marks on another in a picture of this area, and the width that it needs."""
    from scipy.spatial import cKDTree

    across, down = np.maximum(np.ptp(points, axis=0), 1e-9)
    points = points * np.sqrt(area / (across * down))
    apart = cKDTree(points).query(points, 2)[0][:, 1]
    needed = 2 * RADIUS / max(float(apart.min()), 1e-6)
    return float((apart < 2 * RADIUS * 0.999).mean()), needed


def run_one(side: str, network: str, place: Path) -> None:
    """Lay out and print the seconds; the points go to a file."""
    form = form_of(network)
    form.sizes()
    by_graphkit(form_of("20"))  # what is imported when first used
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    points = SIDES[side][0](form)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    np.save(place, points)
    print(json.dumps(time.process_time() - began + children))


def main() -> None:
    """Measure what the options ask for and print a table."""
    parser = argparse.ArgumentParser(description="Compare layouts.")
    parser.add_argument("--networks", default="sample,300,2000,cordis,20000")
    parser.add_argument("--sides", default=",".join(SIDES))
    parser.add_argument("--limit", type=float, default=600, help="seconds that one may take")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run_one(options.one[0], options.one[1], Path(options.one[2]))
        return
    import tempfile

    print("| network | layout | kept | overlap | room | time |")
    print("|---|---|--:|--:|--:|--:|", flush=True)
    for network in options.networks.split(","):
        form = form_of(network)
        count, _ = drawn(form)
        area = ours = None
        for side in [
            "graphkit",
            *(each for each in options.sides.split(",") if each != "graphkit"),
        ]:
            if count > SIDES[side][1]:
                continue
            with tempfile.TemporaryDirectory() as folder:
                place = Path(folder, "points.npy")
                try:
                    done = subprocess.run(
                        [sys.executable, __file__, "--one", side, network, str(place)],
                        capture_output=True,
                        text=True,
                        check=True,
                        timeout=options.limit,
                    )
                except subprocess.TimeoutExpired:
                    print(f"| {network} | {side} | | | | > {options.limit:.0f} |", flush=True)
                    continue
                except subprocess.CalledProcessError as error:
                    print(f"{side}: {error.stderr.splitlines()[-1]}", file=sys.stderr)
                    continue
                points = np.load(place)
            seconds = json.loads(done.stdout.splitlines()[-1])
            area = area or float(np.prod(np.ptp(points, axis=0)))
            ours = ours or seconds
            share, room = crowding(points, area)
            took = f"{seconds:.1f} s" if side == "graphkit" else f"{seconds / ours:.1f} ×"
            print(
                f"| {network} | {side} | {kept(form, points):.2f} | {share:.1%} | "
                f"{room:.1f} | {took} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
