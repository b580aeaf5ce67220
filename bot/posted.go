package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// posted are the timestamps of a turn's messages that stand in a place, in order,
// up to the first that is missing. A process that died may have posted them and not
// remembered that.
func (b *Bot) posted(ctx context.Context, place conversation, t knowledge.Turn) []string {
	found, err := b.partsOf(ctx, place, t.ID, t.At)
	if err != nil {
		b.log.Warn("cannot tell whether a question was answered before; answering it", "turn", t.ID, errAttr(err))
		return nil
	}
	var all []string
	for part := 1; found[part] != ""; part++ {
		all = append(all, found[part])
	}
	return all
}

// lookBack is how far before a turn's time its messages are looked for: clocks
// differ.
const lookBack = 10 * time.Minute

// partsOf finds a turn's messages by the metadata that they carry: part -> timestamp.
func (b *Bot) partsOf(ctx context.Context, place conversation, turn string, at time.Time) (map[int]string, error) {
	oldest := fmt.Sprintf("%d.000000", at.Add(-lookBack).Unix())
	parts := map[int]string{}
	cursor := ""
	for {
		messages, next, err := b.page(ctx, place.channel, place.thread, oldest, cursor)
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

// readable is where a place's messages can be looked for; a person's ID names their
// direct message for posting only.
func readable(to place) (conversation, bool) {
	c, ok := to.(conversation)
	return c, ok && !strings.HasPrefix(c.channel, "U") && !strings.HasPrefix(c.channel, "W")
}

// maxReplies is how many messages are read at a time.
const maxReplies = 100

// page is a page of a conversation, or of a thread in it, from a time on.
func (b *Bot) page(ctx context.Context, channel, thread, oldest, cursor string) (messages []slack.Message, next string, err error) {
	err = attempt(ctx, func(ctx context.Context) (err error) {
		if thread != "" {
			var more bool
			messages, more, next, err = b.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
				ChannelID: channel, Timestamp: thread, Oldest: oldest, Cursor: cursor, Inclusive: true, Limit: maxReplies, IncludeAllMetadata: true,
			})
			if !more {
				next = ""
			}
			return err
		}
		page, err := b.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
			ChannelID: channel, Oldest: oldest, Cursor: cursor, Inclusive: true, Limit: maxReplies, IncludeAllMetadata: true,
		})
		if err == nil {
			messages, next = page.Messages, page.ResponseMetaData.NextCursor
		}
		return err
	})
	return messages, next, err
}

// partOf tells whether a message is an answer's, and which part of it.
func partOf(m slack.Message, turn string) (int, bool) {
	if m.Metadata.EventType != answerMetadata || m.Metadata.EventPayload["turn"] != turn {
		return 0, false
	}
	part, ok := m.Metadata.EventPayload["part"].(float64) // as JSON has it
	return int(part), ok
}
