"""A server of a language model with OpenAI's interface, such as llama.cpp or Ollama.

Paragraphs are sent to the address that the person has set, and nowhere else: a redirection is not
followed and no proxy is used. An address that is not on this machine is refused unless it is asked
for.
"""

from __future__ import annotations

import http.client
import json
import os
from ipaddress import ip_address
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from graphkit.model import GraphkitError, UsageError

ADDRESS, NAME = "GRAPHKIT_MODEL_URL", "GRAPHKIT_MODEL"
_SECONDS = 120.0
_LARGEST = 2**20


class ModelServer:
    """The server at an address.

    Parameters
    ----------
    address : str
        Such as `http://localhost:8080/v1`.
    name : str, default "default"
        The name of the model. Servers with a single model do not look at it.
    remote : bool, default False
        Whether the address may be on another machine.
    seconds : float, default 120
        How long an answer may take.

    Raises
    ------
    UsageError
        If it is not a web address, or not of this machine.
    """

    def __init__(
        self,
        address: str,
        name: str = "default",
        *,
        remote: bool = False,
        seconds: float = _SECONDS,
    ) -> None:
        self.address, self.name, self._seconds = address, name, seconds
        try:
            parts = urlsplit(address)
            self._host, self._port = parts.hostname or "", parts.port
        except ValueError:
            raise UsageError(f"{ADDRESS}={address} is not a web address; {_SUCH}") from None
        if parts.scheme not in ("http", "https") or not self._host or parts.username is not None:
            raise UsageError(f"{ADDRESS}={address} is not a web address; {_SUCH}")
        if not remote and not _is_here(self._host):
            raise UsageError(
                f"{ADDRESS}: {self._host} is not this machine, and documents would leave it; use "
                "a server on this machine, or allow it with `assist_remote`"
            )
        self._is_secure = parts.scheme == "https"
        self._path = f"{parts.path.rstrip('/')}/chat/completions"

    @classmethod
    def of_environment(cls, *, remote: bool = False) -> ModelServer:
        """The server that the environment names. Raises UsageError if it names none."""
        address = os.environ.get(ADDRESS, "")
        if not address:
            raise UsageError(f"`assist` needs a language model; {_SUCH}")
        return cls(address, os.environ.get(NAME, "") or "default", remote=remote)

    def answer(self, instruction: str, text: str) -> str:
        """What the model answers. Raises GraphkitError if it does not."""
        asked = {
            "model": self.name,
            "temperature": 0,
            "seed": 1,
            "messages": [
                {"role": "system", "content": instruction},
                {"role": "user", "content": text},
            ],
        }
        status, content = self._post(json.dumps(asked).encode())
        if status != 200:
            raise GraphkitError(
                f"the language model at {self.address} answers with status {status}; look at what "
                "its server says, or leave `assist` out"
            )
        try:
            said: Any = json.loads(content)
            return str(said["choices"][0]["message"]["content"])
        except (ValueError, LookupError, TypeError, RecursionError):
            raise GraphkitError(
                f"what answers at {self.address} does not have OpenAI's interface; {_SUCH}"
            ) from None

    def _post(self, body: bytes) -> tuple[int, bytes]:
        kind = http.client.HTTPSConnection if self._is_secure else http.client.HTTPConnection
        until = monotonic() + self._seconds
        connection = kind(self._host, self._port, timeout=self._seconds)
        try:
            connection.request("POST", self._path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            content = b""
            while part := response.read1(65_536):
                content += part
                if len(content) > _LARGEST or monotonic() > until:
                    raise TimeoutError
            return response.status, content
        except TimeoutError:
            raise GraphkitError(
                f"the language model at {self.address} took longer than {self._seconds:g} seconds "
                "or would not end; use a smaller model, or leave `assist` out"
            ) from None
        except (OSError, http.client.HTTPException) as error:
            raise GraphkitError(
                f"no language model answers at {self.address} ({error or type(error).__name__}); "
                f"start its server, or set {ADDRESS}"
            ) from None
        finally:
            connection.close()


_SUCH = f"set {ADDRESS} to one such as http://localhost:8080/v1"


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
