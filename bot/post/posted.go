package post

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Posted returns the timestamps of a turn's messages that are already in a place, in order, up to
// the first that is missing. A process that died may have posted them without recording it. If
// Slack cannot be asked, Posted returns an error rather than carry on.
func (p *Poster) Posted(ctx context.Context, to *Place, t memory.Turn) ([]string, error) {
	if !to.readable() {
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(ctx, p.Within)
	defer cancel()
	found, err := p.find(ctx, to, t.ID, begin(t))
	if err != nil && passing(to, err) {
		return nil, &Undelivered{err, true}
	}
	if err != nil {
		p.Log.Warn("cannot tell whether a question was answered before; answering it", "turn", t.ID, "error", err)
	}
	var all []string
	for part := 1; found[part] != ""; part++ {
		all = append(all, found[part])
	}
	return all, nil
}

// DeliverOnce posts messages that belong to no answer, and returns their timestamps. They carry an
// ID of their own, by which those already there are found if the work is done again. The time at is
// the earliest at which they can have been posted.
func (p *Poster) DeliverOnce(ctx context.Context, to *Place, id string, at time.Time, again bool, messages []render.Message) (posted []string, err error) {
	t := memory.Turn{ID: id, At: at}
	if again {
		if posted, err = p.Posted(ctx, to, t); err != nil {
			return nil, err
		}
	}
	messages = Mark(messages, t)
	more, err := p.Deliver(ctx, to, messages[min(len(posted), len(messages)):])
	return append(posted, more...), err
}

// Read returns who wrote a message of a thread, and its text as Slack has it; it may return
// [knowledge.ErrNotFound].
func (p *Poster) Read(ctx context.Context, channel, thread, message string) (user, text string, err error) {
	all, _, err := p.page(ctx, channel, thread, message, "")
	if err != nil {
		return "", "", fmt.Errorf("read a message: %w", err)
	}
	for _, m := range all {
		if m.Timestamp == message {
			return m.User, m.Text, nil
		}
	}
	return "", "", knowledge.ErrNotFound
}

// Name is the name of a person, or "" if Slack does not say.
func (p *Poster) Name(ctx context.Context, user string) string {
	u, err := p.Slack.GetUserInfoContext(ctx, user)
	if err != nil {
		p.Log.Warn("a person's name is not known", "error", err)
		return ""
	}
	return cmp.Or(u.Profile.DisplayName, u.RealName, u.Name)
}

// lookBack is how far before a turn's time its messages are looked for if its question is not a
// message, since clocks differ.
const lookBack = 10 * time.Minute

// begin is the timestamp before which no message of a turn can be. The question's timestamp is by
// Slack's clock, whatever ours says.
func begin(t memory.Turn) string {
	if t.Message != "" {
		return t.Message
	}
	return fmt.Sprintf("%d.000000", t.At.Add(-lookBack).Unix())
}

// find finds a turn's messages since a timestamp by the metadata that they carry: part ->
// timestamp. It retries for as long as Slack fails and ctx lasts.
func (p *Poster) find(ctx context.Context, place *Place, turn, oldest string) (map[int]string, error) {
	parts, cursor, pause := map[int]string{}, "", firstPause
	for {
		messages, next, err := p.page(ctx, place.channel, place.thread, oldest, cursor)
		if err != nil && wire.Uncertain(ctx, err) && wire.Sleep(ctx, pause) == nil {
			pause = min(2*pause, longestPause)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("look for an answer: %w", err)
		}
		for _, m := range messages {
			if part, ok := partOf(m, turn); ok {
				parts[part] = m.Timestamp
			}
		}
		if cursor = next; cursor == "" {
			return parts, nil
		}
	}
}

// maxReplies is how many messages are read at a time.
const maxReplies = 100

// page is a page of a conversation, or of a thread in it, starting at a time.
func (p *Poster) page(ctx context.Context, channel, thread, oldest, cursor string) (messages []slack.Message, next string, err error) {
	err = wire.Attempt(ctx, func(ctx context.Context) (err error) {
		if thread != "" {
			var more bool
			messages, more, next, err = p.Slack.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
				ChannelID: channel, Timestamp: thread, Oldest: oldest, Cursor: cursor, Inclusive: true, Limit: maxReplies, IncludeAllMetadata: true,
			})
			if !more {
				next = ""
			}
			return err
		}
		page, err := p.Slack.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
			ChannelID: channel, Oldest: oldest, Cursor: cursor, Inclusive: true, Limit: maxReplies, IncludeAllMetadata: true,
		})
		if err == nil {
			messages, next = page.Messages, page.ResponseMetaData.NextCursor
		}
		return err
	})
	return messages, next, err
}

// partOf reports whether a message is an answer's, and which part of it.
func partOf(m slack.Message, turn string) (int, bool) {
	if m.Metadata.EventType != answerMetadata || m.Metadata.EventPayload["turn"] != turn {
		return 0, false
	}
	part, ok := m.Metadata.EventPayload["part"].(float64) // as JSON has it
	return int(part), ok
}

// RepliedAfter reports whether somebody wrote after a message: in its thread or, in a
// direct message outside of threads, in the conversation or below the message.
func (p *Poster) RepliedAfter(ctx context.Context, channel, thread, ts, me string) (bool, error) {
	found, _, err := p.page(ctx, channel, thread, ts, "")
	if wire.Code(err) == "thread_not_found" { // deleted with all that was in it
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for replies: %w", err)
	}
	for _, m := range found {
		later := m.Timestamp > ts && m.BotID == "" && m.User != me
		if later || m.Timestamp == ts && m.ReplyCount > 0 {
			return true, nil
		}
	}
	return false, nil
}

// Remove deletes the bot's own messages; it is fine if one is gone already.
func (p *Poster) Remove(ctx context.Context, place *Place, posted []string) error {
	for _, ts := range posted {
		err := wire.Attempt(ctx, func(ctx context.Context) error {
			_, _, err := p.Slack.DeleteMessageContext(ctx, place.channel, ts)
			return err
		})
		if err != nil && wire.Code(err) != "message_not_found" {
			return fmt.Errorf("remove an answer: %w", err)
		}
	}
	return nil
}

// Mark records the turn in each message.
func Mark(messages []render.Message, t memory.Turn) []render.Message {
	for i := range messages {
		messages[i].Turn, messages[i].Generation, messages[i].Part = t.ID, t.Generation, i+1
		messages[i].Since = begin(t)
	}
	return messages
}
