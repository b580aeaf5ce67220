package slackemu

import (
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
	v, wrong := s.newView(a.get("view"), "modal", t.user)
	if wrong != nil {
		return nil, wrong
	}
	if len(stack) > 0 {
		v.RootID, v.PreviousID = stack[0].ID, stack[len(stack)-1].ID
	}
	t.used = true
	s.modals[t.user] = append(stack, v)
	return object{"view": s.wireView(v)}, nil
}

func (s *desk) replaceView(v *view, raw string) *apiError {
	sent, blocks, refused := s.opts.Law.View(raw, v.Type)
	if refused == nil {
		s.fillView(v, sent, blocks)
	}
	return refusal(refused)
}

func (s *webAPI) publishView(a args) (object, *apiError) {
	u := s.user(a.get("user_id"))
	if u == nil || u.IsBot {
		return nil, fail("invalid_arguments", blockkit.Problem("/user_id", "must be a user"))
	}
	home := s.homes[u.ID]
	if hash := a.get("hash"); hash != "" && (home == nil || hash != home.Hash) {
		return nil, fail("hash_conflict")
	}
	if home != nil {
		if wrong := s.replaceView(home, a.get("view")); wrong != nil {
			return nil, wrong
		}
		return object{"view": s.wireView(home)}, nil
	}
	home, wrong := s.newView(a.get("view"), "home", u.ID)
	if wrong != nil {
		return nil, wrong
	}
	s.homes[u.ID] = home
	s.touchDesks()
	return object{"view": s.wireView(home)}, nil
}

// findView finds an open view, or nil. Callers hold s.mu.
func (s *desk) findView(id string) *view {
	for _, stack := range s.modals {
		if at := slices.IndexFunc(stack, func(v *view) bool { return v.ID == id }); at >= 0 {
			return stack[at]
		}
	}
	for _, v := range s.homes {
		if v.ID == id {
			return v
		}
	}
	return nil
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
		wrong = s.replaceView(v, string(blockkit.Encode(o["view"])))
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
