"""`docker-compose.yml`: of a form that Docker takes, closed to the network, and without a secret.

Docker's own reader judges it where there is one; everywhere it is read as YAML and looked through.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from graphkit.store.neo4j.server import DEFAULT_VERSION, VERSIONS

FILE = Path(__file__).parent.parent / "docker-compose.yml"
PASSWORD = r"\$\{NEO4J_PASSWORD:\?[^}]+\}"


class StrictLoader(yaml.SafeLoader):
    """Takes no key twice, as Docker does not."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice among {keys}"
        return super().construct_mapping(node, deep)


@pytest.fixture(scope="module")
def stated() -> dict:
    return yaml.load(FILE.read_text(encoding="utf-8"), Loader=StrictLoader)


@pytest.fixture(scope="module")
def service(stated) -> dict:
    (service,) = stated["services"].values()
    return service


def composes() -> bool:
    """Whether Docker is here with its plug-in compose; a daemon is not needed to read a file."""
    return (
        shutil.which("docker") is not None
        and subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0
    )


def test_it_has_one_service_and_its_volume_and_no_word_that_docker_does_not_know(stated, service):
    assert set(stated) == {"name", "services", "volumes"}
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*", stated["name"])
    assert set(service) == {"image", "ports", "environment", "volumes", "healthcheck"}
    (mounted,) = service["volumes"]
    volume, _, place = mounted.partition(":")
    assert stated["volumes"] == {volume: None}
    assert place == "/data"


def test_its_image_is_the_community_edition_of_the_release_that_the_tests_run(service):
    assert service["image"] == f"neo4j:{VERSIONS[DEFAULT_VERSION]}-community"


def test_only_this_machine_reaches_it(service):
    assert all(re.fullmatch(r"127\.0\.0\.1:(\d+):\1", port) for port in service["ports"])
    assert "127.0.0.1:7687:7687" in service["ports"]


def test_the_password_is_asked_for_and_not_stated(service):
    assert re.fullmatch(f"neo4j/{PASSWORD}", service["environment"]["NEO4J_AUTH"])
    assert not re.search(r"\$(?!\{NEO4J_PASSWORD:\?)", FILE.read_text(encoding="utf-8"))
    others = set(service["environment"]) - {"NEO4J_AUTH"}
    # The image takes each of these for a setting of neo4j.conf; a value is text for Docker.
    assert all(re.fullmatch(r"NEO4J_[a-z]+(_{1,2}[a-z]+)+", name) for name in others)
    assert all(isinstance(value, str) for value in service["environment"].values())


def test_its_health_is_looked_after(service):
    check = service["healthcheck"]
    assert set(check) == {"test", "interval", "timeout", "retries", "start_period"}
    assert check["test"][0] == "CMD"
    assert check["test"][-1] == "http://localhost:7474"
    assert isinstance(check["retries"], int)
    for duration in ("interval", "timeout", "start_period"):
        assert re.fullmatch(r"\d+s", check[duration])


@pytest.mark.parametrize("password", ["of-eight-characters", None])
def test_it_is_taken_with_a_password_only(service, password):
    if not composes():  # then by the form that makes Docker refuse it
        assert re.search(PASSWORD, service["environment"]["NEO4J_AUTH"])
        return
    environment = {key: value for key, value in os.environ.items() if key != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    ran = subprocess.run(
        ["docker", "compose", "--file", FILE, "config", "--quiet"],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode == 0) == (password is not None), ran.stderr
