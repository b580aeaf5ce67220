package bot_test

import (
	"regexp"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// trail are the lines of the log that belong to one event.
func (w *world) trail(id string) (lines []string) {
	for line := range strings.Lines(w.log.String()) {
		if strings.Contains(line, "event="+id) || strings.Contains(line, "turn="+id) {
			lines = append(lines, line)
		}
	}
	return lines
}

var tookLine = regexp.MustCompile(`level=INFO msg=took event=(\w+) type=\S+ surface=`)

func TestAnEventCanBeFollowedInTheLog(t *testing.T) {
	for what, ask := range map[string]func(*world, string){
		"command": func(w *world, text string) {
			w.Command(w.general, w.ann, "/career", text)
			w.whisper(w.general, "You asked")
		},
		"mention": func(w *world, text string) { w.reply(w.mention(text)) },
		"direct":  func(w *world, text string) { w.reply(w.Say(w.dm, w.ann, text)) },
	} {
		t.Run(what, func(t *testing.T) {
			w := start(t, slackemu.Options{}, nil)
			ask(w, "What is a TPM?")
			ask(w, "panic")
			w.settled()
			took := tookLine.FindAllStringSubmatch(w.log.String(), -1)
			if len(took) != 2 || took[0][1] == took[1][1] {
				t.Fatalf("two events, and the log tells of %q", took)
			}
			for i, want := range []string{"msg=answered", "work panicked"} {
				// A worker may be quicker than the recorder's own log line.
				if lines := w.trail(took[i][1]); len(lines) != 2 || !strings.Contains(strings.Join(lines, ""), want) {
					t.Errorf("the trail of an event does not lead to %q:\n%s", want, strings.Join(lines, ""))
				}
			}
			if strings.Contains(w.log.String(), "What is a TPM") {
				t.Error("the log says what was asked")
			}
		})
	}
}
