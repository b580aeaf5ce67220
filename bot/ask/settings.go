package ask

import (
	"context"

	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// asSet is a question as the settings of its channel have it: an answer that is to be
// private is whispered. It reports false for a question that its asker may not ask there.
func (k *Desk) asSet(ctx context.Context, q Question) (Question, bool, error) {
	here := k.Settings.Of(ChannelOf(q.Channel))
	if !here.MayAsk(q.Asker) {
		if q.Heard {
			return q, false, nil
		}
		return q, false, k.Post.Say(ctx, k.quietly(q), saysMayNotAsk)
	}
	if here.Private && !q.Private {
		q.To, q.Private, q.Above = k.quietly(q), true, render.YouAsked(q.Text)
	}
	return q, true, nil
}

// quietly is where only the asker of a question reads, in the channel and, where it
// is in a thread already, in the thread.
func (k *Desk) quietly(q Question) post.Place {
	thread := q.Thread
	if thread == q.Message { // nobody sees one that has no messages yet
		thread = ""
	}
	return k.Post.Quietly(q.Channel, thread, q.Asker)
}

// ChannelOf is the channel whose people alone read what is posted in a conversation; ""
// for direct messages.
func ChannelOf(conversation string) string {
	if wire.IsDirect(conversation) {
		return ""
	}
	return conversation
}
