"""The scorer of the gold reads what we write: a record that says what the gold says has every slot right."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path

import pytest

from kibaru.publish.record import to_line
from tests import builders as make

GOLD = {
    "incidents": [
        {
            "role": "news",
            "modality": "asserted",
            "sub_event": "Armed clash",
            "plover": "ASSAULT",
            "time": {"start": "2022-02-18", "end": "2022-02-18", "precision": "day", "quote": "Friday"},
            "place": {"quote": "Tillit", "admin1": "Gao", "country": "MLI", "lat": 15.17, "lon": 0.14, "precision": 2},
            "side_a": [{"name": "Malian Armed Forces", "quote": "The Malian army"}],
            "side_b": [{"name": "Unidentified armed group (Mali)", "quote": "gunmen"}],
            "casualties": [
                {
                    "kind": "killed",
                    "group": "side_a",
                    "low": 8,
                    "high": 8,
                    "claimant": "The Malian army",
                    "stance": "admission",
                },
                {
                    "kind": "killed",
                    "group": "side_b",
                    "low": 0,
                    "high": 57,
                    "claimant": "The Malian army",
                    "stance": "about_adversary",
                },
                {
                    "kind": "killed",
                    "group": "civilians",
                    "low": 3,
                    "high": None,
                    "claimant": "A herder from Tillit",
                    "stance": "third_party",
                },
            ],
            "responsibility": {"actor": "Unidentified armed group (Mali)", "status": "fact", "quote": "gunmen"},
            "evidence": ["eight of its soldiers were killed on Friday near Tillit when gunmen fired rifles"],
        },
        {
            "role": "news",
            "modality": "asserted",
            "sub_event": None,
            "plover": "REQUEST",
            "side_a": [{"name": "Government of Mali", "quote": "Bamako"}],
            "side_b": [{"name": "Government of France", "quote": "Paris"}],
            "evidence": ["asked Paris to recall its ambassador"],
        },
    ],
    "cumulative": [{"kind": "killed", "low": 2000, "high": 9999, "quote": "Thousands", "claimant": None}],
}


@pytest.mark.corpus
def test_every_slot_is_read():
    folder = os.environ.get("KIBARU_CORPORA")
    if not folder:
        pytest.skip("KIBARU_CORPORA names no folder with corpora and gold")
    spec = importlib.util.spec_from_file_location("score", Path(folder) / "gold" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    slots = score.score_document(GOLD, json.loads(to_line(make.story_record())))
    told = {slot: counts for slot, counts in slots.items() if counts[1]}
    assert len(told) >= 12
    assert all(right == gold == coded for right, gold, coded in told.values()), told
