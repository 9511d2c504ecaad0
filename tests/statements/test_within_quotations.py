"""Where statements within others end: behind a quotation, and beyond marks and sentences."""

from __future__ import annotations

from tests.statements.holding import Inner, mend

QUOTATION_CUT: dict[str, tuple[str, Inner, str]] = {
    "a plural's apostrophe before the end": (
        "[T “The sergeant shouted, ‘Take the guards’ keys,’ quickly,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Take the guards’ keys,’ quickly"),
        "‘Take the guards’ keys,’",
    ),
    "single marks": (
        "[T “The sergeant shouted, ‘Leave now,’ and hung up,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Leave now,’ and hung up"),
        "‘Leave now,’",
    ),
    "an apostrophe within": (
        "[T “The sergeant shouted, ‘Don’t move,’ and hung up,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Don’t move,’ and hung up"),
        "‘Don’t move,’",
    ),
    "typed marks, an apostrophe within": (
        "[T \"The sergeant shouted, 'Don't move,' and hung up,\"] [S Volk] [C said].",
        ("The sergeant", "shouted", "'Don't move,' and hung up"),
        "'Don't move,'",
    ),
    "a mark left outside": (
        "[T “The sergeant shouted, ‘Leave now,’ and hung up,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "Leave now,’ and hung up"),
        "Leave now,’",
    ),
    "double marks": (
        "[S Volk] [C said] [T the sergeant shouted “leave now” and hung up].",
        ("the sergeant", "shouted", "“leave now” and hung up"),
        "“leave now”",
    ),
    "typed double marks": (
        '[S Volk] [C said] [T the sergeant shouted "leave now" while the gate fell].',
        ("the sergeant", "shouted", '"leave now" while the gate fell'),
        '"leave now"',
    ),
    "guillemets": (
        "[S Volk] [C said] [T the sergeant shouted «leave now» before the gate fell].",
        ("the sergeant", "shouted", "«leave now» before the gate fell"),
        "«leave now»",
    ),
    "a plural that ends it": (
        "[T “The sergeant shouted, ‘Fear the guards’ and hung up,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Fear the guards’ and hung up"),
        "‘Fear the guards’",
    ),
    "an owner's apostrophe within": (
        "[T “The sergeant shouted, ‘Take the guard’s keys’ and hung up,”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Take the guard’s keys’ and hung up"),
        "‘Take the guard’s keys’",
    ),
    "typed marks, a plural's apostrophe within": (
        "[T \"The sergeant shouted, 'Take the guards' keys,' and hung up,\"] [S Volk] [C said].",
        ("The sergeant", "shouted", "'Take the guards' keys,' and hung up"),
        "'Take the guards' keys,'",
    ),
}
QUOTATION_KEPT: dict[str, tuple[str, Inner]] = {
    "what is said of the quoted": (
        "[S Volk] [C said] [T the sergeant called “the valley road” unsafe].",
        ("the sergeant", "called", "“the valley road” unsafe"),
    ),
    "an or": (
        "[S Volk] [C said] [T the sergeant offered “leave” or “a long rest” at home].",
        ("the sergeant", "offered", "“leave” or “a long rest” at home"),
    ),
    "a quotation further on": (
        "[S Volk] [C said] [T the cook wanted soup and “fresh bread” and salt].",
        ("the cook", "wanted", "soup and “fresh bread” and salt"),
    ),
    "a mark that never closes": (
        "[S Volk] [C said] [T the sergeant shouted ‘leave now and hang up].",
        ("the sergeant", "shouted", "‘leave now and hang up"),
    ),
    "an and that is quoted": (
        "[S Volk] [C said] [T the sergeant shouted “leave now and hang up” twice].",
        ("the sergeant", "shouted", "“leave now and hang up” twice"),
    ),
    "a plural's apostrophe before an and": (
        "[T “The sergeant shouted, ‘Take the guards’ and cooks’ keys,’”] [S Volk] [C said].",
        ("The sergeant", "shouted", "‘Take the guards’ and cooks’ keys,’"),
    ),
    "two things demanded, one quoted": (
        "[S Volk] [C said] [T the union demanded “fair pay” and shorter shifts].",
        ("the union", "demanded", "“fair pay” and shorter shifts"),
    ),
    "two things quoted": (
        "[S Volk] [C said] [T the sergeant shouted “leave now” and “lie down”].",
        ("the sergeant", "shouted", "“leave now” and “lie down”"),
    ),
}
ELSEWHERE_CUT: dict[str, tuple[str, Inner, str]] = {
    "the next sentence": (
        "[S Volk] [C said] [T the guard saw nothing. “The gate was shut.”]",
        ("the guard", "saw", "nothing. “The gate was shut.”"),
        "nothing",
    ),
    "the outer quotation goes on": (
        "[T “The guard denied it,”] [S Volk] [C said]. [T “The gate was shut.”]",
        ("The guard", "denied", "it … The gate was shut"),
        "it",
    ),
    "behind the marks of the cue": (
        "[T “The guard denied it,” Volk told them on Friday], [S Maren] [C said].",
        ("The guard", "denied", "it,” Volk told them on Friday"),
        "it,”",
    ),
    "before the marks of the cue": (
        "[S Maren] [C said] [T the gate was shut, “as the guard claimed”].",
        ("the guard", "claimed", "the gate was shut, “as"),
        "“as",
    ),
}
ELSEWHERE_KEPT: dict[str, tuple[str, Inner]] = {
    "around its cue": (
        "[T The gate, the guard insisted, was shut], [S Volk] [C said].",
        ("the guard", "insisted", "The gate … was shut"),
    ),
    "a quotation within its sentence": (
        "[S Volk] [C said] [T the guard denied “any part in it” at noon].",
        ("the guard", "denied", "“any part in it” at noon"),
    ),
    "what does not begin here": (
        "[T “The gate was shut. The road, the guard claimed, was dark,”] [S Volk] [C said].",
        ("the guard", "claimed", "The gate was shut … was dark"),
    ),
    "behind the cue, in its marks": (
        "[T “The guard denied it,”] [S Volk] [C said].",
        ("The guard", "denied", "it"),
    ),
    "a quotation of two sentences": (
        "[S Volk] [C recalled] [T that the guard had shouted “Stop there! Do not move!” at noon].",
        ("the guard", "had shouted", "“Stop there! Do not move!”"),
    ),
}


def test_a_plural_that_ends_a_quotation_before_an_apostrophe_further_on() -> None:
    marked = (
        "[T “The sergeant shouted, ‘Fear the guards’ and hung up,”] [S Volk] [C said]."
        " Maren’s gate fell."
    )
    inner = ("The sergeant", "shouted", "‘Fear the guards’ and hung up")
    assert mend(marked, inner) == "‘Fear the guards’"
