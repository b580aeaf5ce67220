package bot_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// click acts on an element of a message, or on an option of its menu.
func (w *world) click(u slackemu.User, m slackemu.Message, action string, value ...string) {
	w.t.Helper()
	if option := inMenu(m, action); option != "" {
		action, value = "menu", []string{option}
	}
	_, err := w.Click(u, m, action, value...)
	w.must(err)
}

// inMenu is the value of the option that stands for an action; "" if there is none.
func inMenu(m slackemu.Message, action string) string {
	found := regexp.MustCompile(`"value":"(` + action + `:[^"]*)"`).FindSubmatch(m.Blocks)
	if found == nil || !bytes.Contains(m.Blocks, []byte(`"action_id":"menu"`)) {
		return ""
	}
	return string(found[1])
}

func TestAPrivateAnswerIsSharedOnce(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	private := w.whisper(w.general, leadText)
	w.click(w.ann, private, "share")
	shared, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return m.FromBot() && m.EphemeralTo == "" })
	w.must(err)
	expect(t, shared, "ann asked: What is a TPM?", leadText, pointText, sourceText)
	private, err = w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.TS == private.TS && strings.Contains(m.Plain(), "Shared in the channel.")
	})
	w.must(err)
	if strings.Contains(private.Plain(), "[Share") {
		t.Errorf("it can be shared again: %s", private.Plain())
	}
	// A thread below a shared answer is the advisor's.
	r := w.reply(w.Reply(w.general, w.ann, shared.TS, "How do I become a TPM?"))
	if r.ThreadTS != shared.TS || !strings.Contains(r.Plain(), "There are three steps.") {
		t.Errorf("below the shared answer: %s", r.Plain())
	}
}

func TestTwoClicksShareOnce(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	private := w.whisper(w.general, leadText)
	w.click(w.ann, private, "share")
	w.click(w.ann, private, "share")
	w.whisper(w.general, "This answer has already been shared.")
	w.settled()
	if n := len(w.said(w.general)); n != 1 {
		t.Errorf("shared %d times", n)
	}
}

// TestSharingWhereTheBotIsNot, such as in a direct message between two people.
func TestSharingWhereTheBotIsNot(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.RemoveBot(w.general)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	private := w.whisper(w.general, leadText)
	w.click(w.ann, private, "share")
	shared, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == "" && strings.HasPrefix(m.Plain(), "ann asked:")
	})
	w.must(err)
	expect(t, shared, "ann asked: What is a TPM?", leadText, pointText, sourceText)
	w.now(private, "Shared in the channel.")
}
