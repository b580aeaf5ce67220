package bot

import (
	"context"
	"fmt"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// What has to survive the process. Whoever makes a bot hands it a [Memory]; a
// store of its own kind stands behind it. Every method may be called by many
// goroutines at once. Times come from the bot's clock.

// Memory is all that the bot remembers.
type Memory interface {
	Inbox
	Turns
	Gaps
	Plans
	Practices
	Housekeeping
}

// Inbox is what arrived and is not dealt with yet.
type Inbox interface {
	// Record keeps an event for [Inbox.Take] and reports true, or reports false
	// where an event that shares a key with it is known. A known event learns the
	// keys of the new one. What Record returned is on its way to the disk: it
	// survives the end of the process.
	Record(ctx context.Context, e memory.Event) (id int64, fresh bool, err error)

	// Take leases up to n events to worker until the time until: the oldest of
	// each lane that are open, of which no event of the same lane is leased. A lease
	// that has ended, as seen at now, is open again.
	Take(ctx context.Context, worker string, now, until time.Time, n int) ([]memory.Event, error)

	// Extend prolongs worker's leases of the events; Done ends an event for good,
	// keeping its keys and the outcome ("answered", "failed" …), not its payload.
	Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error
	Done(ctx context.Context, id int64, outcome string, at time.Time) error

	// Waiting counts the open and leased events.
	Waiting(ctx context.Context) (int, error)
}

// Turns are questions with their answers.
type Turns interface {
	// SaveTurn keeps a turn, in the place of one with the same ID.
	SaveTurn(ctx context.Context, t memory.Turn) error

	// Turn is the turn with an ID; TurnAt the one whose question, or one of whose
	// replies, is the message. Both may return [knowledge.ErrNotFound].
	Turn(ctx context.Context, id string) (memory.Turn, error)
	TurnAt(ctx context.Context, channel, message string) (memory.Turn, error)

	// Conversation is the last n turns since a time, the oldest first: with thread
	// "" those of the channel that stand in no thread, otherwise those that stand in
	// the thread, or whose question or answer the thread hangs below.
	Conversation(ctx context.Context, channel, thread string, since time.Time, n int) ([]memory.Turn, error)

	// Vote keeps a vote, in the place of the voter's earlier one on that turn; an
	// empty reason keeps the earlier one where the verdict is the same.
	Vote(ctx context.Context, v memory.Vote) error
}

// Gaps are what the documents left open.
type Gaps interface {
	// OpenGaps are the gaps since a time that were not closed, the latest first, at
	// most n.
	OpenGaps(ctx context.Context, since time.Time, n int) ([]knowledge.Gap, error)

	// CloseGaps closes the gaps of turns: a document answers them now. It returns
	// those that were open before, so that of two who close the same one tells the
	// askers.
	CloseGaps(ctx context.Context, by, document string, at time.Time, turns ...string) ([]knowledge.Gap, error)

	// ClosedGaps are the gaps that one closed together with that of a turn, and the
	// document that answers them: empty where nobody did so by a document.
	ClosedGaps(ctx context.Context, by, turn string) (document string, gaps []knowledge.Gap, err error)

	// Figures count what happened since a time. What nobody asked, such as an answer
	// from the gap board, is no turn of these.
	Figures(ctx context.Context, since time.Time) (memory.Figures, error)
}

// Plans are people's checklists, one a person.
type Plans interface {
	// SavePlan keeps a plan in the place of its owner's earlier one; Plan may
	// return [knowledge.ErrNotFound].
	SavePlan(ctx context.Context, p memory.Plan) error
	Plan(ctx context.Context, owner string) (memory.Plan, error)
	DropPlan(ctx context.Context, owner string) error

	// NudgesDue marks up to n plans with nudges on, unfinished, and last nudged
	// before a time, as nudged at now, and returns them: of several processes one
	// gets each.
	NudgesDue(ctx context.Context, before, now time.Time, n int) ([]memory.Plan, error)
}

// Practices are interviews that are practised, one a thread.
type Practices interface {
	SavePractice(ctx context.Context, p memory.Practice) error
	Practice(ctx context.Context, channel, thread string) (memory.Practice, error)
}

// Housekeeping is what keeps the memory small, and people's own.
type Housekeeping interface {
	// Once reports true the first time it is called with a key, for ever.
	Once(ctx context.Context, key string, at time.Time) (bool, error)

	// DropTurn deletes a turn with its votes and gap; none there is no error.
	DropTurn(ctx context.Context, id string) error

	// Forget deletes all that is kept about a person, but not the votes of others
	// on their turns, which go with the turns.
	Forget(ctx context.Context, person string) (memory.Forgotten, error)

	// Prune deletes turns, votes, gaps and practices from before a time, and events
	// that were done before another.
	Prune(ctx context.Context, turns, events time.Time) error

	// Ping tells whether the memory works.
	Ping(ctx context.Context) error
}

// unremembered is the failure of a memory as a person may read it: what its own
// errors say is for operators.
func unremembered(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
