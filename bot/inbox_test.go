package bot_test

import (
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// TestWhatADeadProcessLeftIsAnsweredOnce: a process dies after posting the answer and before
// remembering that it did.
func TestWhatADeadProcessLeftIsAnsweredOnce(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.memory.dying.Store(true)
	q := w.mention("What is a TPM?")
	r := w.reply(q)
	w.settled()
	if _, err := w.memory.TurnAt(w.ctx, w.general.ID, r.TS); err == nil {
		t.Fatal("the process did not die in time")
	}
	w.memory.dying.Store(false)
	w.run(alone(w.config()))
	w.must(w.log.wait(w.ctx, "connected to Slack"))
	w.settled()
	if n := len(w.said(w.general)); n != 1 {
		t.Errorf("answered %d times", n)
	}
	turn, err := w.memory.TurnAt(w.ctx, w.general.ID, r.TS)
	if err != nil || turn.Message != q.TS {
		t.Errorf("what was posted is not remembered: %v", err)
	}
}

func alone(c bot.Config) bot.Config {
	c.Alone = true
	return c
}

// TestAnswersGoOutWhileTheMemoryIsDown, without buttons, and only once although Slack delivers
// twice.
func TestAnswersGoOutWhileTheMemoryIsDown(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.memory.down.Store(true)
	w.DuplicateNext(1)
	q := w.mention("What is a TPM?")
	r := w.reply(q)
	if strings.Contains(r.Plain(), "[") {
		t.Errorf("buttons that lead nowhere: %s", r.Plain())
	}
	w.memory.down.Store(false)
	r = w.reply(w.mention("PM vs TPM?"))
	if !strings.Contains(r.Plain(), "[Why this answer]") {
		t.Errorf("no buttons though the memory works again: %s", r.Plain())
	}
	w.settled()
	if n := len(w.said(w.general)); n != 2 {
		t.Errorf("%d answers", n)
	}
	if !strings.Contains(w.log.String(), "the memory is down") {
		t.Error("the log does not say so")
	}
}

// TestWhatTheMemoryKeptAfterAllIsAnsweredOnce: the memory says that it failed when the event has
// already been taken from it.
func TestWhatTheMemoryKeptAfterAllIsAnsweredOnce(t *testing.T) {
	w := prepare(t, everywhere())
	w.memory.late = make(chan struct{})
	w.run(w.config())
	w.must(w.WaitConnected(w.ctx, 1))
	w.Command(w.general, w.ann, "/career", "What is a TPM?") // nobody can look for its answer
	w.whisper(w.general, leadText)
	close(w.memory.late)
	w.settled()
	if n := len(w.Ephemerals(w.general, w.ann)); n != 1 {
		t.Errorf("answered %d times", n)
	}
}

// TestSeveralSocketsAnswerOnce: each payload may come through any of them, and twice.
func TestSeveralSocketsAnswerOnce(t *testing.T) {
	w := prepare(t, everywhere())
	cfg := w.config()
	cfg.Connections = 3
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 3))
	w.DuplicateNext(9)
	var asked []slackemu.Message
	for range 9 {
		asked = append(asked, w.mention("What is a TPM?"))
	}
	for _, q := range asked {
		expect(t, w.reply(q), leadText, pointText, sourceText)
	}
	w.settled()
	if n := len(w.said(w.general)); n != 9 {
		t.Errorf("%d answers to 9 questions", n)
	}
}

// TestDeliveriesThatWaitAreRecordedTogether: while the memory is slow, Slack delivers again and
// again, and recording each delivery would make it slower still.
func TestDeliveriesThatWaitAreRecordedTogether(t *testing.T) {
	w := prepare(t, everywhere())
	w.memory.gate = make(chan struct{})
	w.run(w.config())
	w.must(w.WaitConnected(w.ctx, 1))
	w.Say(w.dm, w.ann, "PM vs TPM?")
	q := w.Say(w.dm, w.ann, "What is a TPM?") // behind the first, which is being recorded
	ids := []string{w.Envelopes()[1].ID}
	for range 5 {
		again, err := w.Redeliver(ids[0])
		w.must(err)
		ids = append(ids, again)
	}
	w.SendFrame(`{"envelope_id":7}`) // when this was read, so were those before
	w.must(w.log.wait(w.ctx, "could not read an envelope"))
	close(w.memory.gate)
	for _, id := range ids {
		_, err := w.WaitAcked(w.ctx, id)
		w.must(err)
	}
	again, err := w.Redeliver(ids[0]) // the memory is not asked about events known to be recorded
	w.must(err)
	_, err = w.WaitAcked(w.ctx, again)
	w.must(err)
	w.reply(q)
	w.settled()
	if n, said := w.memory.records.Load(), len(w.said(w.dm)); n > 3 || said != 2 {
		t.Errorf("recorded %d times, answered %d", n, said)
	}
}

// TestACommandIsAckedWhateverTheMemoryDoes: Slack gives up on it after three seconds, and
// does not deliver it again.
func TestACommandIsAckedWhateverTheMemoryDoes(t *testing.T) {
	w := prepare(t, everywhere())
	w.memory.gate = make(chan struct{})
	w.run(w.config())
	w.must(w.WaitConnected(w.ctx, 1))
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	_, err := w.WaitAcked(w.ctx, w.Envelopes()[0].ID)
	close(w.memory.gate)
	w.must(err)
	w.whisper(w.general, leadText)
	w.settled()
	if n := len(w.Ephemerals(w.general, w.ann)); n != 1 {
		t.Errorf("answered %d times", n)
	}
}
