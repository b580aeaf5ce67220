package post

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Place is where messages go: a channel, a direct message, a thread in one of them, or what only one
// person sees there.
type Place struct {
	poster  *Poster
	channel string // of a person's direct messages, the person's ID until the first is posted
	thread  string // "" outside a thread
	person  string // who alone sees it; "" for everybody there
	url     string // the response URL of a command or a click, which works even if the bot is not a member; "" for none
	used    atomic.Int32
}

// Channel is the ID of the channel or direct message or, before anything is posted to them, of the
// person.
func (l *Place) Channel() string { return l.channel }

// Private reports whether only one person sees the place.
func (l *Place) Private() bool { return l.person != "" }

// Say posts a sentence.
func (l *Place) Say(ctx context.Context, sentence string) error {
	_, err := l.poster.Deliver(ctx, l, render.Note(sentence, ""))
	return err
}

// readable reports whether messages can be looked for in a place: Slack keeps none that only one
// person sees, and takes a person's ID as a channel for posting only.
func (l *Place) readable() bool {
	return !l.Private() && !strings.HasPrefix(l.channel, "U") && !strings.HasPrefix(l.channel, "W")
}

// post posts a message. It returns the timestamp that names it, "" if only one person sees it.
func (l *Place) post(ctx context.Context, m render.Message) (ts string, err error) {
	switch {
	case !l.Private():
		channel, ts, err := l.poster.Slack.PostMessageContext(ctx, l.channel, plainMessage(m, l.thread)...)
		if err == nil {
			l.channel = channel
		}
		return ts, err
	case l.url == "" || l.used.Load() >= maxResponses:
		_, err := l.poster.Slack.PostEphemeralContext(ctx, l.channel, l.person, plainMessage(m, l.thread)...)
		return "", err
	}
	return "", l.respond(ctx, m, slack.ResponseTypeEphemeral, false)
}

// plainMessage is m without marks, pings and unfurls; thread is "" outside of threads.
func plainMessage(m render.Message, thread string) []slack.MsgOption {
	opts := []slack.MsgOption{
		slack.MsgOptionText(render.Escape(m.Text), false),
		slack.MsgOptionDisableMarkdown(),
		slack.MsgOptionDisableLinkUnfurl(),
		slack.MsgOptionDisableMediaUnfurl(),
	}
	if len(m.Blocks) > 0 {
		opts = append(opts, slack.MsgOptionBlocks(m.Blocks...))
	}
	if thread != "" {
		opts = append(opts, slack.MsgOptionTS(thread))
	}
	if m.Turn != "" {
		opts = append(opts, slack.MsgOptionMetadata(slack.SlackMetadata{
			EventType:    answerMetadata,
			EventPayload: map[string]any{"turn": m.Turn, "generation": m.Generation, "part": m.Part},
		}))
	}
	return opts
}

// answerMetadata is the event_type of the metadata that every answer carries: its turn, the
// generation of the index that gave it, and which of the turn's messages it is.
const answerMetadata = "career_answer"

// response is a message in the form that a response URL takes.
type response struct {
	ResponseType    string        `json:"response_type"`
	Text            string        `json:"text"`
	Blocks          []slack.Block `json:"blocks,omitempty"`
	Mrkdwn          bool          `json:"mrkdwn"`
	UnfurlLinks     bool          `json:"unfurl_links"`
	UnfurlMedia     bool          `json:"unfurl_media"`
	ReplaceOriginal bool          `json:"replace_original"`
	ThreadTS        string        `json:"thread_ts,omitempty"`
}

// maxResponses is how often a response URL works, within thirty minutes:
// docs.slack.dev/interactivity/handling-user-interaction.
const maxResponses = 5

// respond sends m by the response URL to one person or to everybody in the channel, below the
// message whose button was clicked or in place of it. The client library cannot do that without
// unfurls.
func (l *Place) respond(ctx context.Context, m render.Message, to string, inPlace bool) error {
	body, err := json.Marshal(response{ResponseType: to, Text: render.Escape(m.Text), Blocks: m.Blocks, ThreadTS: l.thread, ReplaceOriginal: inPlace})
	if err != nil {
		return fmt.Errorf("encode a response: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, l.url, bytes.NewReader(body))
	if err != nil {
		return errors.New("the response URL is none")
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	resp, err := l.poster.HTTP.Do(req)
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err // its message holds the URL, which is a secret
		}
		return fmt.Errorf("use the response URL: %w", err)
	}
	defer resp.Body.Close()
	if err = responseError(resp); err == nil {
		l.used.Add(1)
	}
	return err
}

// responseError reads the reply of a response URL: "ok", an error's name, or JSON.
func responseError(resp *http.Response) error {
	if resp.StatusCode == http.StatusTooManyRequests {
		if pause, ok := wire.RetryAfter(resp); ok {
			return &slack.RateLimitedError{RetryAfter: pause}
		}
		return slack.StatusCodeError{Code: resp.StatusCode, Status: resp.Status}
	}
	body, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<12)) // its answer decides, if there is one
	var said slack.SlackResponse
	if json.Unmarshal(body, &said) == nil && said.Error != "" {
		return said.Err()
	}
	if resp.StatusCode != http.StatusOK {
		if name := strings.TrimSpace(string(body)); name != "" && !strings.ContainsAny(name, " <\n") {
			return slack.SlackErrorResponse{Err: name}
		}
		return slack.StatusCodeError{Code: resp.StatusCode, Status: resp.Status}
	}
	return nil
}
