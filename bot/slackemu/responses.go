package slackemu

import (
	"net/http"
	"time"
)

// After an interaction the bot may open one modal, within Options.TriggerLife, and
// send a few messages.
const (
	responseLife = 30 * time.Minute
	responseUses = 5
)

// trigger is what a trigger_id refers to.
type trigger struct {
	user string
	at   time.Time
	used bool
}

// response is what a response_url refers to.
type response struct {
	user     string
	channel  *channel
	original string // TS of the message with the button; "" for commands
	at       time.Time
	uses     int
}

// Notice is what Slack itself tells a person when the app fails.
type Notice struct {
	User       string `json:"user"`
	Error      string `json:"-"` // "operation_timeout", "dispatch_failed", "invalid_command_response", "trouble_connecting"
	Text       string `json:"text"`
	EnvelopeID string `json:"-"`
	rev        int64
}

// Callers of everything below hold s.mu.

func (s *desk) newTrigger(userID string) string {
	id := s.numbered("%d.1000.%032[1]x")
	s.triggers[id] = &trigger{user: userID, at: s.now()}
	return id
}

// exchange finds the trigger that a call names, if it is still valid.
func (s *webAPI) exchange(a args) (*trigger, *apiError) {
	t := s.triggers[a.get("trigger_id")]
	switch {
	case t == nil:
		return nil, fail("invalid_trigger_id")
	case t.used:
		return nil, fail("exchanged_trigger_id")
	case s.now().Sub(t.at) > s.opts.TriggerLife:
		return nil, fail("expired_trigger_id")
	}
	return t, nil
}

func (s *desk) newResponseURL(userID string, ch *channel, original string) string {
	id := s.numbered("R%08d")
	s.responses[id] = &response{user: userID, channel: ch, original: original, at: s.now()}
	return s.base + "/response/" + id
}

func (s *desk) notice(userID, code, text, envelopeID string) {
	s.notices = append(s.notices, Notice{userID, code, text, envelopeID, s.trail.rev})
}

// serveResponse serves response URLs.
func (s *webAPI) serveResponse(w http.ResponseWriter, r *http.Request) {
	call := Call{Method: "response_url", At: time.Now(), URL: r.URL.Path}
	a, wrong := readArgs(w, r)
	s.carryOut(w, r, call, a, wrong, http.StatusBadRequest, func(_ string, a args) (reply object, wrong *apiError) {
		s.change(func() { reply, wrong = s.respond(r.PathValue("id"), a) })
		return reply, wrong
	})
}

// respond posts or replaces a message through a response URL. Callers hold s.mu.
func (s *desk) respond(id string, a args) (object, *apiError) {
	r := s.responses[id]
	gone := func(code string) (object, *apiError) { return nil, &apiError{code: code, status: http.StatusNotFound} }
	switch {
	case r == nil:
		return gone("no_url")
	case s.now().Sub(r.at) > responseLife:
		return gone("expired_url")
	case r.uses >= responseUses:
		return gone("used_url")
	case a.flag("delete_original"):
		return nil, fail("invalid_arguments", "delete_original is not modelled")
	}
	p, wrong := s.answer(r, a)
	if wrong != nil {
		return nil, wrong
	}
	r.uses++
	return object{"channel": r.channel.ID, "ts": p.TS}, nil
}

// answer posts what was sent to a response URL or in the ack of a command. Only the
// message of a clicked button can be replaced: a command has no original, and Slack
// does not replace its own earlier answer (bolt-python#1268).
func (s *desk) answer(r *response, a args) (*post, *apiError) {
	ch := r.channel
	p, wrong := s.botPost(ch, a)
	if wrong != nil {
		return nil, wrong
	}
	if original := ch.find(r.original); original != nil && a.flag("replace_original") {
		s.revise(ch, original, p.Message, botUserID)
		return original, nil
	}
	switch a.get("response_type") {
	case "", "ephemeral":
		p.EphemeralTo = r.user
	case "in_channel":
	default:
		return nil, fail("invalid_response_type")
	}
	s.add(ch, p)
	s.announce(ch, p)
	return p, nil
}

// answerCommand posts the payload of a command's ack.
func (s *Person) answerCommand(r *response, e *envelope) {
	if len(e.Response) == 0 || string(e.Response) == "null" || string(e.Response) == "{}" {
		return
	}
	a := args{values: map[string]string{}}
	wrong := a.readJSON(e.Response)
	if wrong == nil {
		_, wrong = s.answer(r, a)
	}
	if wrong != nil {
		s.commandFailed(r, e, "invalid_command_response")
	}
}
