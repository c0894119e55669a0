"""Where graphkit keeps on this machine what it can make or fetch again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder for caches: where XDG_CACHE_HOME says, else the place of the system."""
    if set_by_user := os.environ.get("XDG_CACHE_HOME"):
        return Path(set_by_user).absolute() / "graphkit"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home()) / "graphkit" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "graphkit"
    return Path.home() / ".cache" / "graphkit"
