package bot_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/blockkit"
)

func TestDuplicatesAreAnsweredOnce(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.DuplicateNext(2)
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.reply(w.mention("What is a TPM?"))
	command := w.Command(w.general, w.ann, "/career", "What is a TPM?")
	w.whisper(w.general, leadText)
	for _, e := range w.Envelopes() { // much later, under other envelope IDs
		_, err := w.Redeliver(e.ID)
		w.must(err)
	}
	_, err := w.Redeliver(command.EnvelopeID)
	w.must(err)
	w.settled()
	if d, m, e := len(w.said(w.dm)), len(w.said(w.general)), len(w.Ephemerals(w.general, w.ann)); d != 1 || m != 1 || e != 1 {
		t.Errorf("answers: %d direct, %d in the channel, %d to the command", d, m, e)
	}
	if d := w.total("advisor_events_total", `outcome="duplicate"`); d == 0 || w.answered() != 3 {
		t.Errorf("counted %v duplicates and %d answers", d, w.answered())
	}
}

func TestRedeliveryWhileTheFirstIsInWork(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{})
	w.Say(w.dm, w.ann, "hold")
	<-w.engine.held
	again, err := w.Redeliver(w.Envelopes()[0].ID)
	w.must(err)
	_, err = w.WaitAcked(w.ctx, again)
	w.must(err)
	close(w.engine.hold)
	w.settled()
	if n := len(w.said(w.dm)); n != 1 {
		t.Errorf("%d answers", n)
	}
}

func TestWhatIsNoQuestionIsIgnored(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?")) // the bot hears itself
	mentioned := w.mention("What is a TPM?")
	w.reply(mentioned)

	w.Say(w.general, w.ann, "no mention here")
	other := w.AddBot("other")
	w.Join(w.general, other)
	w.Join(w.general, w.AddUser("cat"))
	w.Say(w.general, other, w.BotUser().Mention()+" hello")
	w.PostAsBot(w.general, "ci", w.BotUser().Mention()+" build failed", "")
	w.OpenHome(w.ann)
	for _, event := range []string{
		// An edit of a mention that was answered.
		fmt.Sprintf(`{"type":"app_mention","user":%q,"text":"x","ts":%q,"channel":%q,"edited":{"user":%[1]q,"ts":"1.0"}}`, w.ann.ID, mentioned.TS, w.general.ID),
		fmt.Sprintf(`{"type":"message","user":"USLACKBOT","text":"x","ts":"2.0","channel":%q,"channel_type":"im"}`, w.dm.ID),
		fmt.Sprintf(`{"type":"message","user":%q,"text":"x","ts":"3.0","channel":%q,"channel_type":"im"}`, w.BotUser().ID, w.dm.ID),
		fmt.Sprintf(`{"type":"message","user":%q,"bot_id":"B9","text":"x","ts":"4.0","channel":%q,"channel_type":"im"}`, w.ann.ID, w.dm.ID),
		fmt.Sprintf(`{"type":"message","subtype":"channel_topic","user":%q,"text":"x","ts":"5.0","channel":%q,"channel_type":"im"}`, w.ann.ID, w.dm.ID),
		fmt.Sprintf(`{"type":"message","user":%q,"text":"x","ts":"6.0","channel":%q,"channel_type":"channel"}`, w.ann.ID, w.general.ID),
		fmt.Sprintf(`{"type":"app_mention","user":%q,"text":"x","ts":"7.0","channel":%q}`, w.ann.ID, w.dm.ID),
		fmt.Sprintf(`{"type":"reaction_added","user":%q,"reaction":"eyes"}`, w.ann.ID),
	} {
		w.DeliverEvent(json.RawMessage(event))
	}
	w.settled()
	if n := len(w.said(w.dm)) + len(w.said(w.general)); n != 2 {
		t.Errorf("the bot wrote %d messages, want 2", n)
	}
	if n := len(w.engine.questions()); n != 2 {
		t.Errorf("the engine was asked %d times, want 2", n)
	}
}

func TestFilesAndBroadcastsAreQuestionsToo(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for i, subtype := range []string{"file_share", "thread_broadcast"} {
		w.DeliverEvent(json.RawMessage(fmt.Sprintf(
			`{"type":"message","subtype":%q,"user":%q,"text":"What is a TPM?","ts":"%d.0","channel":%q,"channel_type":"im"}`,
			subtype, w.ann.ID, i+1, w.dm.ID)))
	}
	w.settled()
	if n := len(w.said(w.dm)); n != 2 {
		t.Errorf("%d answers, want 2", n)
	}
}

func TestAnEditThatAddsTheMentionIsAnswered(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	q := w.Say(w.general, w.ann, "What is a TPM?")
	w.Edit(q, w.BotUser().Mention()+" What is a TPM?")
	expect(t, w.reply(q), leadText, pointText, sourceText)
}

func TestMalformedEnvelopesAreAckedAndCounted(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	ids := []string{
		w.Deliver("events_api", json.RawMessage(`{"type":"event_callback","event":{"type":"no_such_event"}}`)),
		w.Deliver("events_api", json.RawMessage(`{"type":"event_callback","event":"odd"}`)),
		w.Deliver("events_api", json.RawMessage(`[]`)),
		w.Deliver("no_such_kind", json.RawMessage(`{}`)),
		w.Deliver("slash_commands", json.RawMessage(`{"user_id":7}`)),
		w.Deliver("interactive", json.RawMessage(`{"type":"block_actions"}`)),
		w.DeliverEvent(json.RawMessage(`{"type":"app_mention","user":["U1"]}`)),
	}
	for _, id := range ids {
		_, err := w.WaitAcked(w.ctx, id)
		w.must(err)
	}
	w.SendFrame(`{"envelope_id":7}`)
	w.SendFrame(`not json`)
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	if n := w.total("advisor_events_total", `outcome="malformed"`); n < 3 {
		t.Errorf("counted %v malformed", n)
	}
}

// TestAnOddFieldLosesNoQuestion: the client library cannot read these, and
// Slack sends such things (slack-go/slack#1267).
func TestAnOddFieldLosesNoQuestion(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.DeliverEvent(json.RawMessage(fmt.Sprintf(
		`{"type":"message","user":%q,"text":"What is a TPM?","ts":"1.0","channel":%q,"channel_type":"im","files":"none"}`, w.ann.ID, w.dm.ID)))
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return m.Channel == w.dm.ID })
	w.must(err)
	expect(t, m, leadText, pointText, sourceText)
}

func TestRateLimitsAreWaitedOut(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Fail("chat.postMessage", 1, http.StatusTooManyRequests, time.Second)
	w.Fail("response_url", 1, http.StatusTooManyRequests, time.Second)
	q := w.Say(w.dm, w.ann, "What is a TPM?")
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	expect(t, w.reply(q), leadText, pointText, sourceText)
	w.whisper(w.general, leadText)
	var at []time.Time
	for _, c := range w.Calls() {
		if c.Method == "chat.postMessage" {
			at = append(at, c.At)
		}
	}
	if len(at) != 2 || at[1].Sub(at[0]) < time.Second {
		t.Errorf("posted at %v, not again after a second", at)
	}
}

// TestAMessageThatMayHaveArrivedIsNotSentAgain: a message that everybody can read is looked for,
// which is not possible if only one person sees it.
func TestAMessageThatMayHaveArrivedIsNotSentAgain(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Lose("chat.postMessage", 1)
	w.Lose("response_url", 1)
	q := w.Say(w.dm, w.ann, "What is a TPM?")
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	w.settled()
	if d, e := len(w.said(w.dm)), len(w.Ephemerals(w.general, w.ann)); d != 1 || e != 1 {
		t.Errorf("%d direct answers, %d to the command", d, e)
	}
	if f := w.total("advisor_jobs_total", `outcome="failed"`); f != 1 || w.answered() != 1 {
		t.Errorf("counted %v failures and %d answers", f, w.answered())
	}
	turn, err := w.memory.TurnAt(w.ctx, w.dm.ID, q.TS)
	w.must(err)
	if len(turn.Replies) != 1 || turn.Replies[0] != w.said(w.dm)[0].TS {
		t.Errorf("remembered %v", turn.Replies)
	}
}

func TestRefusedBlocksAreSentPlainer(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.FailError("chat.postMessage", 2, "invalid_blocks")
	r := w.reply(w.mention("PM vs TPM?"))
	if strings.Contains(string(r.Blocks), "feedback_buttons") || !strings.HasSuffix(r.Plain(), "\n[👍 Helpful] [👎 Not helpful]") {
		t.Errorf("the person reads %s", r.Plain())
	}
	w.click(w.ann, r, "vote:up")
	w.thanked(r)
}

// TestAWorkspaceIsAskedOnce whether it takes all blocks.
func TestAWorkspaceIsAskedOnce(t *testing.T) {
	w := start(t, slackemu.Options{Law: blockkit.Law{Old: true}}, nil)
	for i := range 2 {
		r := w.reply(w.mention("linked"))
		if blocks := string(r.Blocks); strings.Contains(blocks, "citation") || strings.Contains(blocks, "container") || !strings.Contains(blocks, "feedback_buttons") {
			t.Errorf("sent %s", blocks)
		}
		expect(t, r, "Both own a product. [1] [2]", "[1] Roles compared › PM and TPM Open", "[2] Technical Product Manager › What it is Open")
		if calls := w.posts(); calls != 2+i {
			t.Errorf("%d answers took %d calls", 1+i, calls)
		}
	}
}

// posts is how often a message was sent, whatever Slack said.
func (w *world) posts() (n int) {
	for _, c := range w.Calls() {
		if c.Method == "chat.postMessage" {
			n++
		}
	}
	return n
}

func TestRefusedBlocksAreSentAsTextInTheEnd(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.FailError("chat.postMessage", 3, "invalid_blocks")
	w.FailError("response_url", 3, "invalid_blocks")
	r := w.reply(w.Say(w.dm, w.ann, "PM vs TPM?"))
	if r.Blocks != nil || !strings.Contains(r.Plain(), "Focus\n  Product Manager: Market and customers [1]") {
		t.Errorf("the person reads %s", r.Plain())
	}
	w.Command(w.general, w.ann, "/career", "hostile")
	if m := w.whisper(w.general, "You asked: hostile"); len(m.Pings) > 0 {
		t.Errorf("the text pings %v", m.Pings)
	}
}

func TestAFullQueueTurnsWorkAwayAloud(t *testing.T) {
	w := start(t, slackemu.Options{AckWithin: 100 * time.Millisecond, RetryAfter: slices.Repeat([]time.Duration{100 * time.Millisecond}, 50)},
		func(c *bot.Config) { c.Workers, c.Queue = 1, 1 })
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{})
	w.Say(w.dm, w.ann, "hold")
	<-w.engine.held // the only worker
	w.Say(w.dm, w.ann, "PM vs TPM?")
	w.must(w.WaitIdle(w.ctx)) // the only place in the queue
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	w.whisper(w.general, "I have more questions than I can answer right now.")
	late := w.mention("What is a TPM?")
	w.must(w.WaitFor(w.ctx, func() bool {
		all := w.Envelopes()
		return len(all[len(all)-1].SentAt) > 1 // not acked, hence delivered again
	}))
	close(w.engine.hold)
	expect(t, w.reply(late), leadText, pointText, sourceText)
	w.settled()
	if r := w.total("advisor_events_total", `outcome="refused"`); r < 2 || w.answered() != 3 {
		t.Errorf("counted %v refused and %d answers", r, w.answered())
	}
}

// TestLongAnswersArriveWhole: a strict Slack takes every message, and no word is missing from the
// parts.
func TestLongAnswersArriveWhole(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for question, last := range map[string]string{
		"long list":    "w5999.",
		"long steps":   "w3599.",
		"long table":   "w3749.",
		"wide table":   "w299.",
		"many sources": "w301.",
	} {
		w.Command(w.general, w.ann, "/career", question)
		w.Say(w.dm, w.ann, question)
		for _, ch := range []string{w.general.ID, w.dm.ID} {
			_, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
				return m.Channel == ch && m.User == w.BotUser().ID && strings.Contains(m.Plain(), last)
			})
			w.must(err)
		}
	}
	w.settled()
	if log := w.log.String(); strings.Contains(log, "refused the blocks") {
		t.Error("Slack refused blocks")
	}
	if n := len(w.Ephemerals(w.general, w.ann)); n < 20 {
		t.Errorf("only %d messages: nothing was split", n)
	}
}
