package slackemu

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// maxBody bounds a request; Slack's own limits are far lower.
const maxBody = 4 << 20

// apiError is an error as Slack reports it.
type apiError struct {
	code             string
	messages         []string // response_metadata.messages
	needed, provided string   // missing_scope only
	status           int      // of HTTP; 0 for what is usual
}

func (e *apiError) Error() string { return fmt.Sprint(e.code, e.messages) }

func fail(code string, messages ...string) *apiError {
	return &apiError{code: code, messages: messages}
}

// refusal turns a refusal by Block Kit's rules into an error.
func refusal(r *blockkit.Refusal) *apiError { return fail(r.Code, r.Messages...) }

// args are the arguments of a call, however they were sent. Values that are JSON
// are kept as JSON text.
type args struct {
	values map[string]string
	token  string
}

func (a args) get(name string) string { return a.values[name] }

func (a args) flag(name string) bool { return a.values[name] == "true" || a.values[name] == "1" }

// webAPI is what the bot sees: the Web API and response URLs.
type webAPI struct {
	*desk
	conversations
	assistant
}

// serveAPI serves /api/METHOD.
func (s *webAPI) serveAPI(w http.ResponseWriter, r *http.Request) {
	call := Call{Method: r.PathValue("method"), At: time.Now()}
	a, wrong := readArgs(w, r)
	s.carryOut(w, r, call, a, wrong, http.StatusOK, s.call)
}

// carryOut has do carry out a call, unless a fault hits it, and answers in JSON or, at a response
// URL, in plain text. A refusal has the HTTP status refused.
func (s *webAPI) carryOut(w http.ResponseWriter, r *http.Request, c Call, a args, wrong *apiError, refused int,
	do func(name string, a args) (object, *apiError)) {
	c.Args, c.Status = a.values, http.StatusOK
	if !s.delay(r, c.Method) {
		return
	}
	f := s.takeFault(c.Method)
	var reply object
	switch {
	case f != nil && !f.lose:
		wrong = &apiError{code: f.code, status: f.status}
	case wrong == nil:
		reply, wrong = do(c.Method, a)
	}
	if wrong != nil {
		reply, c.Error, c.Why, c.Status = wrong.reply(), wrong.code, wrong.messages, cmp.Or(wrong.status, refused)
	} else {
		c.Place = Place{blockkit.Text(reply, "channel"), cmp.Or(blockkit.Text(reply, "ts"), blockkit.Text(reply, "message_ts"))}
		reply = with(reply, object{"ok": true})
	}
	if f != nil && f.lose {
		c.Status = 0
		s.record(c)
		if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
			_ = conn.Close()
		}
		return
	}
	if f != nil && f.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(f.retry.Seconds()))))
	}
	s.record(c) // before the answer, so that whoever has the answer finds the call
	if c.URL != "" {
		w.WriteHeader(c.Status)
		_, _ = io.WriteString(w, cmp.Or(c.Error, "ok"))
		return
	}
	w.Header().Set("X-OAuth-Scopes", strings.Join(s.opts.Scopes, ","))
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(c.Status)
	_, _ = w.Write(blockkit.Encode(reply))
}

func (e *apiError) reply() object {
	o := object{"ok": false, "error": e.code}
	if e.messages != nil {
		o["response_metadata"] = object{"messages": e.messages}
	}
	if e.needed != "" {
		o["needed"], o["provided"] = e.needed, e.provided
	}
	return o
}

// call checks the token and the scopes and runs the method.
func (s *webAPI) call(name string, a args) (reply object, wrong *apiError) {
	m, known := methods[name]
	if !known {
		return nil, fail("unknown_method")
	}
	if wrong := s.authorize(a.token, m.app); wrong != nil {
		return nil, wrong
	}
	if scopes := strings.Fields(m.scopes); len(scopes) > 0 && !s.granted(scopes...) {
		return nil, s.missing(scopes[0])
	}
	for name := range a.values {
		if !slices.Contains(strings.Fields(m.args), name) {
			return nil, fail("invalid_arguments", blockkit.Problem("/"+name, "not modelled"))
		}
	}
	s.change(func() { reply, wrong = m.run(s, a) })
	return reply, wrong
}

func (s *webAPI) authorize(token string, app bool) *apiError {
	switch token {
	case "":
		return fail("not_authed")
	case s.opts.AppToken, s.opts.BotToken:
		if app != (token == s.opts.AppToken) {
			return fail("not_allowed_token_type")
		}
		return nil
	}
	return fail("invalid_auth")
}

// readArgs reads the query, a form or a JSON body. Slack looks for the token in the
// header or a form, not in JSON.
func readArgs(w http.ResponseWriter, r *http.Request) (args, *apiError) {
	a := args{values: map[string]string{}}
	form := r.URL.Query()
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return a, fail("request_timeout")
	}
	var wrong *apiError
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media == "application/json" {
		wrong = a.readJSON(body)
	} else if sent, err := url.ParseQuery(string(body)); err != nil {
		wrong = fail("invalid_form_data")
	} else {
		maps.Copy(form, sent)
	}
	for name, v := range form {
		a.values[name] = v[0]
	}
	a.token = form.Get("token")
	delete(a.values, "token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		a.token = bearer
	}
	return a, wrong
}

func (a args) readJSON(body []byte) *apiError {
	if len(body) == 0 {
		return nil
	}
	var sent map[string]json.RawMessage
	if err := json.Unmarshal(body, &sent); err != nil {
		if json.Valid(body) {
			return fail("json_not_object")
		}
		return fail("invalid_json")
	}
	for name, raw := range sent {
		var text string
		switch {
		case string(raw) == "null":
		case json.Unmarshal(raw, &text) == nil:
			a.values[name] = text
		default:
			a.values[name] = string(raw)
		}
	}
	return nil
}
