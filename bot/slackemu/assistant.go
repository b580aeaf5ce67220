package slackemu

import (
	"encoding/json"
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// Status is the status that the assistant.threads.* methods set for a thread.
type Status struct {
	Status       string   `json:"status"` // what is shown now; a post of the bot's clears it
	PromptsTitle string   `json:"promptsTitle"`
	Prompts      []Prompt `json:"prompts"`
}

// Prompt is a suggested prompt.
type Prompt struct{ Title, Message string }

const maxPrompts = 4

// assistant implements the assistant.threads.* methods.
type assistant struct{ *desk }

// thread finds the state of a thread for assistant.threads.*. Thread "" is the
// whole DM.
func (s *assistant) thread(a args) (*Status, *apiError) {
	ch := s.findChannel(a.get("channel_id"))
	if ch == nil || !ch.members[botUserID] {
		return nil, fail("channel_not_found")
	}
	ts := a.get("thread_ts")
	if ts == "" && !ch.IsIM {
		return nil, fail("invalid_arguments", "[ERROR] missing required field: thread_ts")
	}
	if wrong := ch.replyable(ts); wrong != nil {
		return nil, wrong
	}
	if ch.threads[ts] == nil {
		ch.threads[ts] = &Status{}
	}
	s.touchThreads()
	return ch.threads[ts], nil
}

func (s *assistant) setStatus(a args) (object, *apiError) {
	t, wrong := s.thread(a)
	if wrong != nil {
		return nil, wrong
	}
	status, given := a.values["status"]
	if !given {
		return nil, fail("invalid_arguments", "[ERROR] missing required field: status")
	}
	t.Status = status
	return nil, nil
}

func (s *assistant) setPrompts(a args) (object, *apiError) {
	t, wrong := s.thread(a)
	if wrong != nil {
		return nil, wrong
	}
	var prompts []Prompt
	if err := json.Unmarshal([]byte(a.get("prompts")), &prompts); err != nil || len(prompts) == 0 || len(prompts) > maxPrompts {
		return nil, fail("invalid_arguments", blockkit.Problem("/prompts", "must provide 1 to 4 prompts"))
	}
	if slices.ContainsFunc(prompts, func(p Prompt) bool { return p.Title == "" || p.Message == "" }) {
		return nil, fail("invalid_arguments", blockkit.Problem("/prompts", "must provide title and message"))
	}
	t.Prompts, t.PromptsTitle = prompts, a.get("title")
	return nil, nil
}

// clearStatus removes the status once the app has answered. Callers hold s.mu.
func (s *assistant) clearStatus(ch *channel, ts string) {
	for _, key := range []string{ts, ""} {
		if t := ch.threads[key]; t != nil {
			t.Status = ""
			s.touchThreads()
		}
	}
}
