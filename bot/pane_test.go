package bot_test

import (
	"log/slog"
	"slices"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

func TestMessagesSuggestQuestions(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.contents.Examples = []string{"What is a TPM?", "PM vs TPM?", "How do I become a TPM?", "What does a TPM do?", "How much?"}
	w.OpenMessagesTab(w.ann)
	call, err := w.WaitCall(w.ctx, func(c slackemu.Call) bool { return c.Method == "assistant.threads.setSuggestedPrompts" })
	w.must(err)
	if call.Error != "" || call.Args["thread_ts"] != "" {
		t.Errorf("called with %v: %s", call.Args, call.Error)
	}
	s := w.Status(w.dm, "")
	want := []slackemu.Prompt{{Title: "What is a TPM?", Message: "What is a TPM?"}, {Title: "PM vs TPM?", Message: "PM vs TPM?"},
		{Title: "How do I become a TPM?", Message: "How do I become a TPM?"}, {Title: "What does a TPM do?", Message: "What does a TPM do?"}}
	if s.PromptsTitle != "Ask me about careers" || !slices.Equal(s.Prompts, want) {
		t.Errorf("%q: %v", s.PromptsTitle, s.Prompts)
	}
	if len(w.said(w.dm)) != 0 {
		t.Error("something was said")
	}
}

// TestNothingDependsOnSuggestions: a workspace without agents does not grant the scope.
func TestNothingDependsOnSuggestions(t *testing.T) {
	opts := everywhere()
	opts.Scopes = slices.DeleteFunc(bot.Scopes(), func(s string) bool { return s == "assistant:write" })
	w := start(t, opts, nil)
	w.OpenMessagesTab(w.ann)
	call, err := w.WaitCall(w.ctx, func(c slackemu.Call) bool { return c.Method == "assistant.threads.setSuggestedPrompts" })
	w.must(err)
	if call.Error != "missing_scope" {
		t.Errorf("Slack says %q", call.Error)
	}
	expect(t, w.reply(w.Say(w.dm, w.ann, "What is a TPM?")), leadText, pointText, sourceText)
	me, err := bot.Preflight(w.ctx, w.config(), slog.New(slog.DiscardHandler))
	w.must(err)
	if len(me.Missing) != 0 {
		t.Errorf("missing: %q", me.Missing)
	}
}

func TestWithoutExamplesNothingIsSuggested(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.contents.Examples = []string{}
	w.OpenMessagesTab(w.ann)
	w.settled()
	if n := len(w.CallsOf("assistant.threads.setSuggestedPrompts")); n != 0 {
		t.Errorf("%d calls", n)
	}
}
