package post

import (
	"bytes"
	"cmp"
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

// Place is where an answer goes. What is posted has a timestamp, which names it, or "" if only one
// person sees it.
type Place interface {
	post(ctx context.Context, m render.Message) (ts string, err error)
}

// Conversation is a channel or a direct message, or a thread in it.
type Conversation struct {
	api     *slack.Client
	channel string
	thread  string // "" outside a thread
}

func (c Conversation) post(ctx context.Context, m render.Message) (string, error) {
	_, ts, err := c.api.PostMessageContext(ctx, c.channel, plainMessage(m, c.thread)...)
	return ts, err
}

// plainMessage is m without marks, pings and unfurls, in a thread or "" outside any.
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

// whisper answers a command or a click to one person alone. It uses the response URL that came with
// it, which works even if the bot is not a member. The client library cannot use that without
// unfurls.
type whisper struct {
	http    *http.Client
	url     string
	api     *slack.Client
	channel string
	thread  string // "" outside a thread
	user    string
	used    atomic.Int32
}

// response is a message as a response URL takes it.
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

// post returns no timestamp: what one person sees is not kept by Slack.
func (w *whisper) post(ctx context.Context, m render.Message) (string, error) {
	if w.url == "" || w.used.Load() >= maxResponses {
		_, err := w.api.PostEphemeralContext(ctx, w.channel, w.user, plainMessage(m, w.thread)...)
		return "", err
	}
	return "", w.respond(ctx, m, slack.ResponseTypeEphemeral, false)
}

// respond sends m to one person or to everybody in the channel, below the message whose button was
// clicked or in place of it.
func (w *whisper) respond(ctx context.Context, m render.Message, to string, inPlace bool) error {
	body, err := json.Marshal(response{ResponseType: to, Text: render.Escape(m.Text), Blocks: m.Blocks, ThreadTS: w.thread, ReplaceOriginal: inPlace})
	if err != nil {
		return fmt.Errorf("encode a response: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, bytes.NewReader(body))
	if err != nil {
		return errors.New("the response URL is none")
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	resp, err := w.http.Do(req)
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err // its message holds the URL, which is a secret
		}
		return fmt.Errorf("use the response URL: %w", err)
	}
	defer resp.Body.Close()
	if err = responseError(resp); err == nil {
		w.used.Add(1)
	}
	return err
}

// responseError reads what a response URL says: "ok", an error's name, or JSON.
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

// Letter is a person's direct messages, whose channel ID is known once the first is posted.
type Letter struct {
	api     *slack.Client
	user    string
	channel string
}

// Channel is the conversation's ID, "" before the first message.
func (l *Letter) Channel() string { return l.channel }

func (l *Letter) post(ctx context.Context, m render.Message) (ts string, err error) {
	channel, ts, err := l.api.PostMessageContext(ctx, cmp.Or(l.channel, l.user), plainMessage(m, "")...)
	if err == nil {
		l.channel = channel
	}
	return ts, err
}
