package ask

import (
	"context"
	"fmt"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// AnswerAgain is what the engine says to a question that was asked before.
func (k *Desk) AnswerAgain(ctx context.Context, question string) (knowledge.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	a, err := k.Answerer.Answer(ctx, knowledge.Question{Text: question})
	if err != nil {
		return a, fmt.Errorf("answer a question: %w", err)
	}
	return a, nil
}

// ReplyTo posts a turn's answer in its asker's direct messages.
func (k *Desk) ReplyTo(ctx context.Context, above string, t memory.Turn) error {
	t.Answer = trimmed(t.Answer)
	return k.reply(ctx, Question{To: k.Post.To(t.Asker), Above: above}, t)
}
