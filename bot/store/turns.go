package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// turns implements [memory.Turns].
type turns struct{ db *database }

// SaveTurn keeps a turn in place of one with the same ID, whose votes stay. A gap that was closed
// stays closed, unless the question has changed.
func (s turns) SaveTurn(ctx context.Context, t memory.Turn) error {
	answer, err := asJSON(t.Answer)
	replies, err2 := asJSON(t.Replies)
	if err := errors.Join(err, err2); err != nil {
		return s.db.fail("save a turn", err)
	}
	return s.db.do(ctx, "save a turn", func(tx session) error {
		// The votes were on the question before its edit.
		_, err := tx.exec(`DELETE FROM votes WHERE turn IN (SELECT id FROM turns WHERE id = ? AND question <> ?)`, t.ID, t.Question)
		if err != nil {
			return err
		}
		_, err = tx.exec(`
			INSERT INTO turns (id, asked_at, surface, asker, channel, thread, message, kind, generation, referred, edited, question, replies, answer)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET
				asked_at = excluded.asked_at, surface = excluded.surface, asker = excluded.asker, channel = excluded.channel,
				thread = excluded.thread, message = excluded.message, kind = excluded.kind, generation = excluded.generation,
				referred = excluded.referred, edited = excluded.edited, question = excluded.question, replies = excluded.replies, answer = excluded.answer,
				closed_at = CASE WHEN turns.question = excluded.question THEN turns.closed_at END`,
			t.ID, micros(t.At), t.Surface, t.Asker, t.Channel, t.Thread, t.Message, string(t.Answer.Kind), t.Generation, t.Referred, t.Edited,
			t.Question, replies, answer)
		if err != nil {
			return err
		}
		return saveReplies(tx, t)
	})
}

func saveReplies(tx session, t memory.Turn) error {
	if _, err := tx.exec(`DELETE FROM replies WHERE turn = ?`, t.ID); err != nil {
		return err
	}
	for _, m := range t.Replies {
		_, err := tx.exec(`INSERT INTO replies (channel, message, turn) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, t.Channel, m, t.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

const turnColumns = `t.id, t.asked_at, t.surface, t.asker, t.channel, t.thread, t.message, t.generation, t.referred, t.edited, t.question, t.replies, t.answer`

func scanTurn(r row) (t memory.Turn, err error) {
	var at int64
	var replies, answer string
	err = r.Scan(&t.ID, &at, &t.Surface, &t.Asker, &t.Channel, &t.Thread, &t.Message, &t.Generation, &t.Referred, &t.Edited, &t.Question, &replies, &answer)
	if err != nil {
		return t, err
	}
	t.At = moment(at)
	if t.Replies, err = fromJSON[[]string](replies); err != nil {
		return t, err
	}
	t.Answer, err = fromJSON[knowledge.Answer](answer)
	return t, err
}

// Turn is the turn with an ID.
func (s turns) Turn(ctx context.Context, id string) (memory.Turn, error) {
	return first(ctx, s.db, "read a turn", scanTurn, `SELECT `+turnColumns+` FROM turns t WHERE t.id = ?`, id)
}

// atMessage selects the IDs of the turns of which a message is the question or part of the answer.
const atMessage = `SELECT q.id FROM turns q WHERE q.channel = ? AND q.message = ?
	UNION SELECT r.turn FROM replies r WHERE r.channel = ? AND r.message = ?`

// TurnAt is the latest turn whose question, or one of whose replies, is the
// message.
func (s turns) TurnAt(ctx context.Context, channel, message string) (memory.Turn, error) {
	if message == "" { // as a command has no message
		return memory.Turn{}, knowledge.ErrNotFound
	}
	return first(ctx, s.db, "read the turn of a message", scanTurn,
		`SELECT `+turnColumns+` FROM turns t WHERE t.id IN (`+atMessage+`) ORDER BY t.asked_at DESC, t.id DESC LIMIT 1`,
		channel, message, channel, message)
}

// Conversation returns the last n turns since a time, oldest first. Turns at the same moment are in
// the order of their messages.
func (s turns) Conversation(ctx context.Context, channel, thread string, since time.Time, n int) ([]memory.Turn, error) {
	if n <= 0 {
		return nil, nil
	}
	query := `SELECT ` + turnColumns + ` FROM turns t WHERE t.channel = ? AND t.thread = ''`
	args := []any{channel}
	if thread != "" {
		query = `SELECT ` + turnColumns + ` FROM turns t WHERE t.id IN (
			SELECT i.id FROM turns i WHERE i.channel = ? AND i.thread = ? UNION ` + atMessage + `)`
		args = []any{channel, thread, channel, thread, channel, thread}
	}
	query += ` AND t.asked_at >= ? ORDER BY t.asked_at DESC, t.message DESC, t.id DESC LIMIT ?`
	turns, err := list(ctx, s.db, "read a conversation", scanTurn, query, append(args, micros(since), n)...)
	slices.Reverse(turns)
	return turns, err
}

// Vote keeps a vote in place of the voter's earlier one on that turn; an empty reason keeps the
// earlier reason if the verdict is the same. If the turn does not exist, the error is
// [knowledge.ErrNotFound].
func (s turns) Vote(ctx context.Context, v memory.Vote) error {
	n, err := s.db.exec(ctx, "keep a vote", `
		INSERT INTO votes (turn, voter, helpful, reason, voted_at)
		SELECT t.id, ?, ?, ?, ? FROM turns t WHERE t.id = ?
		ON CONFLICT (turn, voter) DO UPDATE SET
			reason = CASE WHEN excluded.reason = '' AND excluded.helpful = votes.helpful THEN votes.reason ELSE excluded.reason END,
			helpful = excluded.helpful, voted_at = excluded.voted_at`,
		v.Voter, v.Helpful, v.Reason, micros(v.At), v.Turn)
	if err == nil && n == 0 {
		err = knowledge.ErrNotFound
	}
	return err
}
