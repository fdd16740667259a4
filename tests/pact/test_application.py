import pytest

from pact.application import (
    MOVE_WORDS,
    MOVES,
    STATE_WORDS,
    Move,
    Role,
    State,
    move,
    move_row,
    possible_moves,
)
from pact.errors import PactError

EVERY_PAIR = [(state, what) for state in State for what in Move]
NOT_IN_THE_TABLE = [pair for pair in EVERY_PAIR if pair not in MOVES]


def name_of(pair: tuple[State, Move]) -> str:
    return f"{pair[0]}-{pair[1]}"


@pytest.mark.parametrize("pair", NOT_IN_THE_TABLE, ids=name_of)
def test_a_move_that_is_not_in_the_table_is_refused_with_what_is_possible(pair):
    state, what = pair

    with pytest.raises(PactError) as refused:
        move(state, what)

    sentence = str(refused.value)
    assert sentence.startswith(f"The application is {state.words}, so one cannot {what.words} ({what}).")
    assert all(f"({other})" in sentence for other in possible_moves(state))
    assert sentence.endswith("Nothing more can be done with it.") == state.is_final


@pytest.mark.parametrize("pair", MOVES, ids=name_of)
def test_a_move_in_the_table_leads_to_its_state_and_says_so(pair):
    row = move_row(*pair)

    assert move(*pair) is row.to
    assert row.words
    assert row.roles


def test_approving_and_declining_start_from_before_the_committee_alone():
    starts = {what: {s for s, m in MOVES if m is what} for what in (Move.APPROVE, Move.DECLINE)}

    assert starts == {
        Move.APPROVE: {State.BEFORE_COMMITTEE},
        Move.DECLINE: {State.BEFORE_COMMITTEE},
    }


def test_nothing_but_approving_and_declining_leads_to_approved_and_declined():
    ways = {(what, row.to) for (_, what), row in MOVES.items() if row.to in (State.APPROVED, State.DECLINED)}

    assert ways == {(Move.APPROVE, State.APPROVED), (Move.DECLINE, State.DECLINED)}


def test_an_applicant_may_withdraw_from_every_open_state_and_no_other():
    assert {s for s, m in MOVES if m is Move.WITHDRAW} == {s for s in State if s.is_open}


def test_only_what_was_approved_can_end():
    assert {s for s, m in MOVES if m is Move.END} == {State.APPROVED}


def test_what_is_held_is_released_to_be_looked_at_again():
    assert {move(s, m) for s, m in MOVES if m is Move.HOLD} == {State.HELD}
    assert move(State.HELD, Move.RELEASE) is State.RECEIVED


def test_every_open_application_can_still_come_before_the_committee():
    reachable = {state: _reachable_from(state) for state in State if state.is_open}

    assert all(State.BEFORE_COMMITTEE in ends for ends in reachable.values())


def test_every_state_can_be_reached_from_received():
    assert _reachable_from(State.RECEIVED) == set(State)


def test_a_proposal_to_decline_goes_to_the_committee_and_decides_nothing():
    assert {row.to for (_, m), row in MOVES.items() if m is Move.PROPOSE_DECLINE} == {State.BEFORE_COMMITTEE}


def test_open_approved_and_final_states_share_nothing():
    assert {s for s in State if s.is_open} == {
        State.RECEIVED,
        State.WAITING_FOR_APPLICANT,
        State.READY,
        State.BEFORE_COMMITTEE,
        State.HELD,
    }
    assert {s for s in State if s.is_final} == {
        State.DECLINED,
        State.WITHDRAWN,
        State.ENDED,
        State.CLOSED,
    }


def test_the_product_by_itself_only_asks_notes_answers_marks_ready_and_takes_that_back():
    assert {what for (_, what), row in MOVES.items() if row.by_itself} == {
        Move.ASK,
        Move.ANSWERED,
        Move.MARK_READY,
        Move.REOPEN,
    }


def test_what_was_ready_is_looked_at_again_when_a_question_comes_up():
    assert {s for s, m in MOVES if m is Move.REOPEN} == {State.READY}
    assert move(State.READY, Move.REOPEN) is State.RECEIVED


def test_only_secretariat_and_chair_move_applications():
    assert {role for row in MOVES.values() for role in row.roles} == {Role.SECRETARIAT, Role.CHAIR}


def test_every_state_and_every_move_has_its_words():
    assert list(STATE_WORDS) == list(State)
    assert list(MOVE_WORDS) == list(Move)
    assert all(state.words and state.words[0].islower() for state in State)
    assert all(what.words and what.words[0].islower() for what in Move)


def _reachable_from(start: State) -> set[State]:
    reached, todo = {start}, [start]
    while todo:
        state = todo.pop()
        new = {move(state, what) for what in possible_moves(state)} - reached
        reached |= new
        todo.extend(new)
    return reached
