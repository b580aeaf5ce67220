package ask

import (
	"context"
	"log/slog"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/channels"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Answerer answers questions. Finding nothing is an answer too; on an error the person should get
// an apology, worded by [knowledge.Say].
type Answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// Desk answers questions, and handles the clicks below an answer. Its fields are set
// before its first use.
type Desk struct {
	Answerer Answerer
	Memory   DeskMemory
	Settings *channels.Settings
	Post     *post.Poster
	Count    Counter
	Command  string // the slash command
	Rate     int    // questions a minute that one person may ask

	Me    func() string                   // the advisor's user ID
	Role  func(a knowledge.Answer) string // whose interview can be practised after an answer; "" for none
	Helps func(t memory.Turn) string      // the channel in which people are asked; "" for none

	Teacher Teacher // of sections, for editors

	Now func() time.Time
	Log *slog.Logger

	rates   rates
	posting posting
}

// Teacher lets an editor choose which section answers a question.
type Teacher interface {
	// SectionInput asks for that in a modal; it is nil for people who are not editors.
	SectionInput(user string, t memory.Turn) []slack.Block

	// Teach does what was chosen there, if anything.
	Teach(ctx context.Context, c wire.Click, t memory.Turn) (taught bool, err error)
}

// DeskMemory is the part of the memory that a desk needs.
type DeskMemory interface {
	memory.Turns
	memory.Gaps
	Once(ctx context.Context, key string, at time.Time) (bool, error)
	DropTurn(ctx context.Context, id string) error
}

// Counter counts the outcomes of questions.
type Counter interface {
	Answered(surface string, kind knowledge.AnswerKind, took time.Duration)
	Unanswered(surface, why string) // "silent": it was better left unanswered; "slowed": its asker was asking too fast
	Voted(verdict string)
}

// Limits that this package sets itself.
const (
	MaxNext      = 3                   // follow-up questions that an answer offers
	maxTurn      = 2000                // of a question that is remembered for follow-ups
	maxTurns     = 5                   // questions that a follow-up may refer to
	maxReason    = 1000                // of why an answer did not help
	maxPeople    = 50_000              // people whose rates are known, before those who were quiet are forgotten
	answerWithin = 30 * time.Second    // the Answerer
	directFor    = 30 * time.Minute    // a direct message refers to the questions of the last half hour
	ThreadFor    = 30 * 24 * time.Hour // a thread keeps its subject as long as people come back to it
)
