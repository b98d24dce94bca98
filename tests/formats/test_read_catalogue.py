"""The catalogue is read from all files of its folder, in the order of their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.measures.model import Catalogue
from prongsai.core.sentences import Names
from prongsai.formats.read_catalogue import load_catalogue, read_catalogue


def test_the_files_of_a_folder_make_one_catalogue(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("roles: {it: {th: ข, en: b}}", "utf-8")
    (tmp_path / "a.yaml").write_text("roles: {clerk: {th: ก, en: a}}", "utf-8")
    (tmp_path / "notes.txt").write_text("not read", "utf-8")

    catalogue = read_catalogue(tmp_path)

    assert catalogue == Catalogue(
        measures=(), roles={"clerk": Names(th="ก", en="a"), "it": Names(th="ข", en="b")}
    )
    assert list(catalogue.roles) == ["clerk", "it"]


def test_mistakes_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("roles: {it: {th: ข}}", "utf-8")

    with pytest.raises(Refusals) as caught:
        read_catalogue(tmp_path)

    assert str(caught.value) == "a.yaml › roles › it › en: This field is missing. Add it."


def test_what_is_no_yaml_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("", "utf-8")

    with pytest.raises(Refusal) as caught:
        read_catalogue(tmp_path)

    assert str(caught.value) == "a.yaml › line 1: The file is empty. Choose another file."


def test_the_catalogue_that_comes_with_prongsai_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()
