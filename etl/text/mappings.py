"""Mapping files: which column of somebody's table is which of our fields.

The inbox hands a table and the mapping file beside it over as one document: the mapping file
between two marked lines, then the table, both byte for byte.
"""

from __future__ import annotations

import yaml

from etl.records import Refused
from etl.text.columns import FIELDS

ENDING = ".mapping.yaml"
LARGEST = 100_000  # bytes
_FIRST = b"%lawbeat mapping\n"
_LAST = b"\n%lawbeat table\n"

Columns = dict[str, list[str]]  # our field: their columns


def joined(mapping: bytes, table: bytes) -> bytes:
    """Return a mapping file and its table as one document."""
    return _FIRST + mapping + _LAST + table


def is_mapped(head: bytes) -> bool:
    """Return whether a document begins with a mapping file."""
    return head.startswith(_FIRST)


def parted(content: bytes) -> tuple[bytes | None, bytes]:
    """Return the mapping file, None where there is none, and the table."""
    if not is_mapped(content):
        return None, content
    mapping, _, table = content[len(_FIRST) :].partition(_LAST)
    return mapping, table


def read_mapping(content: bytes) -> Columns:
    """Return the columns of each field; `Refused` with the line where the file is wrong."""
    if len(content) > LARGEST:
        raise Refused("the mapping file is larger than 100 kB")
    try:
        told = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(
            f"the mapping file is no YAML: {' '.join(str(error).split())[:200]}"
        ) from None
    if not isinstance(told, dict) or not told:
        raise Refused("the mapping file holds no lines such as `title: Headline`")
    return {_field(name, content): _columns(name, columns) for name, columns in told.items()}


def _field(name: object, content: bytes) -> str:
    if name in FIELDS:
        return str(name)
    lines = content.decode("utf-8-sig").splitlines()
    at = next((n for n, line in enumerate(lines, 1) if line.strip(" \"'").startswith(str(name))), 1)
    raise Refused(f"the mapping file, line {at}: no field {name!r}; ours are {', '.join(FIELDS)}")


def _columns(name: str, columns: object) -> list[str]:
    """Return the columns as a list, whether one was named or several."""
    told = columns if isinstance(columns, list) else [columns]
    if not told or not all(isinstance(c, str | int | float) and str(c).strip() for c in told):
        raise Refused(f"the mapping file: {name!r} needs the name of a column, or a list of them")
    return [str(c) for c in told]
