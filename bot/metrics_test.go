package bot_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"

	"careeradvisor/bot/slackemu"
)

// figure is the value of one series, such as `advisor_votes_total{verdict="up"}`; for a histogram,
// it is how much was observed. A missing series counts as 0.
func (w *world) figure(series string) float64 {
	w.t.Helper()
	return w.allFigures()[series]
}

func (w *world) allFigures() map[string]float64 {
	w.t.Helper()
	families, err := w.figures.Gather()
	w.must(err)
	all := map[string]float64{}
	for _, f := range families {
		for _, m := range f.Metric {
			var labels []string
			for _, l := range m.Label {
				labels = append(labels, fmt.Sprintf("%s=%q", l.GetName(), l.GetValue()))
			}
			series := f.GetName()
			if len(labels) > 0 {
				series += "{" + strings.Join(labels, ",") + "}"
			}
			all[series] = measured(f.GetType(), m)
		}
	}
	return all
}

// total is the sum of the series of a figure that have a label, such as
// `outcome="failed"`.
func (w *world) total(name, label string) (sum float64) {
	w.t.Helper()
	for series, v := range w.allFigures() {
		if strings.HasPrefix(series, name+"{") && strings.Contains(series, label) {
			sum += v
		}
	}
	return sum
}

// answered is how many questions were answered.
func (w *world) answered() int { return int(w.figure("advisor_answer_seconds")) }

func measured(kind dto.MetricType, m *dto.Metric) float64 {
	switch kind {
	case dto.MetricType_COUNTER:
		return m.Counter.GetValue()
	case dto.MetricType_HISTOGRAM:
		return float64(m.Histogram.GetSampleCount())
	}
	return m.Gauge.GetValue()
}

func TestFiguresTellWhatHappened(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	first := w.mention("What is a TPM?")
	r := w.reply(first)
	w.click(w.ann, r, "vote", "up:"+turnIn(t, r))
	w.thanked(r)
	w.Command(w.general, w.ann, "/career", "PM vs TPM?")
	w.whisper(w.general, "Both own")
	expect(t, w.reply(w.Say(w.dm, w.ann, "fail")), apology)
	again, err := w.Redeliver(w.Envelopes()[0].ID)
	w.must(err)
	_, err = w.WaitAcked(w.ctx, again)
	w.must(err)
	w.DeliverEvent(json.RawMessage(`{"type":"reaction_added"}`))
	w.Deliver("events_api", json.RawMessage(`{"event":7}`))
	w.settled()
	for series, want := range map[string]float64{
		`advisor_events_total{outcome="taken",type="app_mention"}`:       1,
		`advisor_events_total{outcome="duplicate",type="app_mention"}`:   1,
		`advisor_events_total{outcome="taken",type="slash_commands"}`:    1,
		`advisor_events_total{outcome="taken",type="action vote"}`:       1,
		`advisor_events_total{outcome="ignored",type="other"}`:           1,
		`advisor_events_total{outcome="malformed",type="other"}`:         1,
		`advisor_answers_total{kind="answer",surface="mention"}`:         1,
		`advisor_answers_total{kind="answer",surface="command"}`:         1,
		`advisor_jobs_total{outcome="failed",surface="direct message"}`:  1,
		`advisor_jobs_total{outcome="done",surface="vote"}`:              1,
		`advisor_votes_total{verdict="up"}`:                              1,
		`advisor_slack_calls_total{code="ok",method="auth.test"}`:        1,
		`advisor_slack_calls_total{code="ok",method="chat.postMessage"}`: 2,
		`advisor_slack_call_seconds{method="chat.postMessage"}`:          2,
		`advisor_answer_seconds`:                                         2,
		`advisor_sockets_opened_total`:                                   1,
		`advisor_sockets_wanted`:                                         1,
		`advisor_app_connections`:                                        1,
		`advisor_queue_depth`:                                            0,
		`advisor_acks_lost_total`:                                        0,
	} {
		if got := w.figure(series); got != want {
			t.Errorf("%s is %v, want %v", series, got, want)
		}
	}
	if n := w.figure("advisor_ack_seconds"); n < 4 {
		t.Errorf("%v acks were measured", n)
	}
	if t.Failed() {
		for _, s := range slices.Sorted(maps.Keys(w.allFigures())) {
			t.Log(s, w.figure(s))
		}
	}
}

func TestFailedCallsAreCountedByTheirError(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Fail("chat.postMessage", 1, http.StatusTooManyRequests, time.Second)
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.FailError("chat.postMessage", 1, "invalid_blocks")
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.Fail("response_url", 1, http.StatusBadGateway, 0)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	w.settled()
	for series, want := range map[string]float64{
		`advisor_slack_calls_total{code="ratelimited",method="chat.postMessage"}`:    1,
		`advisor_slack_calls_total{code="invalid_blocks",method="chat.postMessage"}`: 1,
		`advisor_slack_calls_total{code="ok",method="chat.postMessage"}`:             2,
		`advisor_slack_calls_total{code="http_502",method="response_url"}`:           1,
		`advisor_slack_retry_after_seconds_total`:                                    1,
	} {
		if got := w.figure(series); got != want {
			t.Errorf("%s is %v, want %v", series, got, want)
		}
	}
}

// TestLabelsComeFromTables: what people or Slack write must not become a series.
func TestLabelsComeFromTables(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for i := range 5 {
		w.DeliverEvent(json.RawMessage(fmt.Sprintf(`{"type":"hush_%d"}`, i)))
		w.Deliver(fmt.Sprintf("hush %d", i), json.RawMessage(`{}`))
		w.Deliver("interactive", json.RawMessage(fmt.Sprintf(`{"type":"block_actions","user":{"id":%q},"channel":{"id":%q},"actions":[{"action_id":"hush_%d"}]}`, w.ann.ID, w.general.ID, i)))
		w.FailError("chat.postMessage", 1, fmt.Sprintf("Hush! %d", i))
		w.Say(w.dm, w.ann, "hush, what is a TPM?")
	}
	w.Command(w.general, w.ann, "/career", "hush")
	w.settled()
	plain := regexp.MustCompile(`^[a-z_]+(\{[a-z]+="[\w. ]*"(,[a-z]+="[\w. ]*")*\})?$`)
	for series := range w.allFigures() {
		if strings.Contains(strings.ToLower(series), "hush") || strings.Contains(series, w.ann.ID) || !plain.MatchString(series) {
			t.Errorf("a series is named by somebody outside: %s", series)
		}
	}
}
