package slackemu

import (
	"fmt"
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// Submit sends the modal that a person has on top. Values are by action_id or
// block_id; several choices are separated by newlines. What is left out keeps
// what was chosen before or set first. As in Slack's client, a required input
// without a value, or text of the wrong length, cannot be sent.
func (s *Server) Submit(u User, v View, values map[string]string) (inv Invocation, err error) {
	s.change(func() {
		open := s.top(u)
		if open == nil || open.ID != v.ID {
			err = fmt.Errorf("slackemu: the view %s is not on top", v.ID)
			return
		}
		if err = blockkit.Fill(blockkit.Blocks(open.Blocks), open.choices, values); err != nil {
			err = fmt.Errorf("slackemu: %s cannot submit: %w", u.Name, err)
			return
		}
		open.Errors = nil
		s.touchDesks()
		payload := object{"type": "view_submission", "view": s.wireView(open), "response_urls": []any{}}
		s.interact(u, &inv, payload, func(e *envelope) { s.submitted(open, e) })
	})
	return inv, err
}

// top is the modal that a person has on top; nil without. Callers hold s.mu.
func (s *Server) top(u User) *view {
	stack := s.modals[u.ID]
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

// CloseView closes a modal and what was opened on top of it; the bot hears of
// it where notify_on_close says so.
func (s *Server) CloseView(u User, v View) (inv Invocation) {
	s.change(func() {
		stack := s.modals[u.ID]
		at := slices.IndexFunc(stack, func(open *view) bool { return open.ID == v.ID })
		if at < 0 {
			return
		}
		closed := stack[at]
		s.modals[u.ID] = stack[:at:at]
		s.touchDesks()
		if closed.NotifyOnClose {
			s.interact(u, &inv, object{"type": "view_closed", "view": s.wireView(closed), "is_cleared": false}, nil)
		}
	})
	return inv
}
