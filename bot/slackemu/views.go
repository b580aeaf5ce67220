package slackemu

import (
	"maps"
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// maxStack allows a root modal and two on top of it.
const maxStack = 3

func (s *webAPI) openView(a args) (object, *apiError) { return s.show(a, false) }
func (s *webAPI) pushView(a args) (object, *apiError) { return s.show(a, true) }

// show opens a modal, in place of those that are open or on top of them.
func (s *webAPI) show(a args, onTop bool) (object, *apiError) {
	t, wrong := s.exchange(a)
	if wrong != nil {
		return nil, wrong
	}
	stack := s.modals[t.user]
	switch {
	case !onTop:
		stack = nil
	case len(stack) == 0:
		return nil, fail("not_found")
	case len(stack) >= maxStack:
		return nil, fail("push_limit_reached")
	}
	v := s.newView("modal", t.user)
	if wrong := s.fillView(v, a.get("view")); wrong != nil {
		return nil, wrong
	}
	if len(stack) > 0 {
		v.RootID, v.PreviousID = stack[0].ID, stack[len(stack)-1].ID
	}
	t.used = true
	s.modals[t.user] = append(stack, v)
	return object{"view": s.wireView(v)}, nil
}

func (s *webAPI) publishView(a args) (object, *apiError) {
	u := s.user(a.get("user_id"))
	if u == nil || u.IsBot {
		return nil, fail("invalid_arguments", blockkit.Problem("/user_id", "must be a user"))
	}
	home, hash := s.homes[u.ID], a.get("hash")
	if hash != "" && (home == nil || hash != home.Hash) {
		return nil, fail("hash_conflict")
	}
	if home == nil {
		home = s.newView("home", u.ID)
	}
	if wrong := s.fillView(home, a.get("view")); wrong != nil {
		return nil, wrong
	}
	s.homes[u.ID] = home
	return object{"view": s.wireView(home)}, nil
}

// findView finds an open view, or nil. Callers hold s.mu.
func (s *desk) findView(id string) *view {
	here := func(v *view) bool { return v.ID == id }
	for _, stack := range s.modals {
		if v := first(stack, here); v != nil {
			return v
		}
	}
	return first(slices.Collect(maps.Values(s.homes)), here)
}

// submitted does what the ack of a view_submission asks for. Callers hold s.mu.
func (s *desk) submitted(v *view, e *envelope) {
	answer, _ := blockkit.Decode(string(e.Response))
	o, _ := answer.(object)
	stack := s.modals[v.User]
	at := slices.Index(stack, v)
	s.touchDesks()
	var wrong *apiError
	switch action := blockkit.Text(o, "response_action"); {
	case at < 0: // closed meanwhile
	case action == "" && len(o) == 0:
		s.modals[v.User] = stack[:at]
	case action == "errors":
		wrong = v.showErrors(o)
	case action == "update":
		wrong = s.fillView(v, string(blockkit.Encode(o["view"])))
	default:
		wrong = fail("invalid_response_action")
	}
	if wrong != nil {
		s.notice(v.User, "trouble_connecting", "We had some trouble connecting. Try again? ("+wrong.Error()+")", e.ID)
	}
}

// showErrors shows errors at their input blocks; Slack rejects any other block.
func (v *view) showErrors(o object) *apiError {
	errors, _ := o["errors"].(object)
	shown, blocks := map[string]string{}, blockkit.Blocks(v.Blocks)
	for id := range errors {
		if !blockkit.HasInput(blocks, id) {
			return fail("invalid_errors", "no input block "+id)
		}
		shown[id] = blockkit.Text(errors, id)
	}
	if len(shown) == 0 {
		return fail("invalid_errors")
	}
	v.Errors = shown
	return nil
}
