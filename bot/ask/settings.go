package ask

import (
	"context"

	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// asSet applies the settings of its channel to a question: an answer that has to be private is
// whispered. It reports false if the asker may not ask there.
func (k *Desk) asSet(ctx context.Context, q Question) (Question, bool, error) {
	here := k.Settings.Of(ChannelOf(q.Channel))
	if !here.MayAsk(q.Asker) {
		if q.Heard {
			return q, false, nil
		}
		return q, false, k.quietly(q).Say(ctx, saysMayNotAsk)
	}
	if here.Private && !q.To.Private() {
		q.To, q.Above = k.quietly(q), render.YouAsked(q.Text)
	}
	return q, true, nil
}

// quietly is the place in a question's channel, or in its thread if it is already in one, that only
// the asker can read.
func (k *Desk) quietly(q Question) *post.Place {
	thread := q.Thread
	if thread == q.Message { // nobody would see a thread without messages
		thread = ""
	}
	return k.Post.Quietly(q.Channel, thread, q.Asker)
}

// ChannelOf is the channel whose members alone read what is posted in a conversation; "" for direct
// messages.
func ChannelOf(conversation string) string {
	if wire.IsDirect(conversation) {
		return ""
	}
	return conversation
}
