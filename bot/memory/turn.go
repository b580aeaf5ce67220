package memory

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"

	"careeradvisor/knowledge"
)

// Turn is one question with its answer, as it is remembered. Asker, Channel, Thread, Message and
// Replies are names given by the conversation's medium, and opaque here.
type Turn struct {
	ID         string
	At         time.Time
	Surface    string   // how it was asked: "command", "direct message", "mention", [FromGapBoard] …
	Asker      string   // who asked
	Channel    string   // the conversation in which it was asked
	Thread     string   // the message at the top of its thread; "" outside a thread
	Message    string   // the message that is the question; "" if there is none, as with a command
	Replies    []string // the messages that are the answer, in order; none if only the asker saw them
	Question   string
	Edited     string // when the question was last edited, as the medium says it; "" for never
	Answer     knowledge.Answer
	Generation string // of the index that answered; "" if it has no name
	Referred   bool   // a person was asked to answer it
}

// Vote is what a person thinks of an answer. Each person has one vote per turn; the last one
// counts.
type Vote struct {
	Turn    string // ID
	Voter   string
	Helpful bool
	Reason  string // why not, in the voter's words; may be empty
	At      time.Time
}

// Forgotten counts what was deleted about a person.
type Forgotten struct {
	Turns     int
	Votes     int
	Plans     int
	Practices int
}

// Figures count what was asked in a span of time.
type Figures struct {
	Asked     int // turns, small talk left out
	Answered  int
	Refused   int
	People    int // who asked
	Helpful   int // votes
	Unhelpful int
}

// FromGapBoard is the surface of turns that nobody asked: an answer that a person gave
// later, sent to those who had asked.
const FromGapBoard = "gap board"

// Turns are questions with their answers.
type Turns interface {
	// SaveTurn keeps a turn in place of one with the same ID.
	SaveTurn(ctx context.Context, t Turn) error

	// Turn returns the turn with an ID; TurnAt returns the one that has the message as its question
	// or one of its replies. Both may return [knowledge.ErrNotFound].
	Turn(ctx context.Context, id string) (Turn, error)
	TurnAt(ctx context.Context, channel, message string) (Turn, error)

	// Conversation returns the last n turns since a time, oldest first. If thread is "", these are
	// the channel's turns outside threads; otherwise those in the thread, and the one above the
	// thread.
	Conversation(ctx context.Context, channel, thread string, since time.Time, n int) ([]Turn, error)

	// Vote keeps a vote in place of the voter's earlier one on that turn; an empty reason keeps the
	// earlier reason if the verdict is the same.
	Vote(ctx context.Context, v Vote) error
}

// TurnID is the ID of the turn that a delivery with this name leads to; it is the same however
// often the delivery arrives.
func TurnID(name string) string {
	sum := sha256.Sum256([]byte(name))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}
