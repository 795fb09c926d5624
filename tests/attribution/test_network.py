"""The numpy network against the textbook: one step at a time, and every path tried."""

import itertools

import numpy as np
import pytest

from rules.attribution.network import Lstm, Packing, viterbi

LENGTHS = [3, 1, 4, 2]


@pytest.fixture
def random():
    return np.random.default_rng(7)


def sigmoid(values):
    return 1 / (1 + np.exp(-values))


def plain_lstm(rows, weight, recurrent, bias):
    """The equations of Hochreiter and Schmidhuber for one sequence."""
    size = recurrent.shape[0]
    hidden = cell = np.zeros(size)
    states = []
    for row in rows:
        total = row @ weight + hidden @ recurrent + bias
        enter, forget, new, leave = (total[n * size : (n + 1) * size] for n in range(4))
        cell = sigmoid(forget) * cell + sigmoid(enter) * np.tanh(new)
        hidden = sigmoid(leave) * np.tanh(cell)
        states.append(hidden)
    return np.array(states)


def test_packed_sequences_give_what_each_gives_alone(random):
    weights = {
        "l.input": random.normal(size=(2, 5, 12)),
        "l.hidden": random.normal(size=(2, 3, 12)),
        "l.bias": random.normal(size=(2, 12)),
    }
    weights = {name: array.astype(np.float32) for name, array in weights.items()}
    parts = [random.normal(size=(length, 5)).astype(np.float32) for length in LENGTHS]
    states = Lstm(weights, "l")(np.concatenate(parts), Packing(LENGTHS))
    ways = list(zip(weights["l.input"], weights["l.hidden"], weights["l.bias"], strict=True))
    expected = [np.hstack([plain_lstm(p, *ways[0]), plain_lstm(p[::-1], *ways[1])[::-1]]) for p in parts]
    np.testing.assert_allclose(states, np.concatenate(expected), atol=1e-5)


def test_viterbi_finds_the_best_of_all_paths(random):
    chains, labels = 2, 3
    scores = random.normal(size=(sum(LENGTHS), chains, labels)).astype(np.float32)
    moves = random.normal(size=(chains, labels, labels)).astype(np.float32)
    first, last = (random.normal(size=(chains, labels)).astype(np.float32) for _ in range(2))
    found = viterbi(scores, moves, first, last, Packing(LENGTHS))
    offset = 0
    for length in LENGTHS:
        for chain in range(chains):
            part = scores[offset : offset + length, chain]

            def worth(path, part=part, chain=chain):
                steps = sum(moves[chain, a, b] for a, b in itertools.pairwise(path))
                return first[chain, path[0]] + last[chain, path[-1]] + steps + sum(part[range(len(path)), path])

            best = max(itertools.product(range(labels), repeat=length), key=worth)
            assert found[offset : offset + length, chain].tolist() == list(best)
        offset += length
