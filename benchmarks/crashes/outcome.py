"""How a run ends, and the two ways in which it ends early."""

PROVEN, DISPROVEN, NO_PROOF = 0, 1, 2


class Disproven(Exception):
    """The program under proof did something that it must not do."""


class NoProof(Exception):
    """The harness could not do its part, which says nothing about the program."""
