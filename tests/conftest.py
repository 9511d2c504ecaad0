"""What all tests share. Properties are tried on the same examples each time, so that red is red."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ours",
    deadline=None,  # a busy machine is no defect; growth with length is tested apart
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")


def pytest_addoption(parser):
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write what comes out now as what is expected; read the diff before you commit it",
    )
