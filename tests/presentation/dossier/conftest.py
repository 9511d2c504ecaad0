"""The codebook that comes with onrecord, and the two dossiers most tests look at."""

from __future__ import annotations

import pytest

from onrecord.positions import Codebook, load_codebook
from onrecord.presentation.dossier import DossierContext, build_dossier, render_dossier
from tests.presentation.dossier.records import full_shelf, hostile_shelf


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="session")
def dossier(codebook: Codebook) -> DossierContext:
    return build_dossier(full_shelf(codebook), codebook)


@pytest.fixture(scope="session")
def page(dossier: DossierContext) -> str:
    return render_dossier(dossier)


@pytest.fixture(scope="session")
def hostile_page(codebook: Codebook) -> str:
    return render_dossier(build_dossier(hostile_shelf(codebook), codebook))
