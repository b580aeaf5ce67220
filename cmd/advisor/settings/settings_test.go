package settings_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"careeradvisor/cmd/advisor/settings"
)

// boat is an example of a configuration.
type boat struct {
	Crew     int `default:"2"`
	Patience settings.Duration
	HomePort string          `split_words:"true" blank:"any port"`
	Code     settings.Secret `default:"hush"`
	Old      settings.Retired
	Masts    []string
}

func TestReadFindsAllThatIsWrong(t *testing.T) {
	t.Setenv("BOAT_CREW", "few")
	t.Setenv("BOAT_PATIENCE", "3d")
	t.Setenv("BOAT_HOME_PROT", "Dover")
	t.Setenv("BOAT_MASTS", "fore,main")
	var b boat
	var r settings.Reader
	r.Read("BOAT", &b)
	r.RefuseUnknown("BOAT", b)
	r.Wrong("BOAT_CREW", "few", "is named once")
	r.Wrong("BOAT_CODE", b.Code, "has to be longer")
	r.Wrong("BOAT_HOME_PORT", "xoxb-hush", "has to be a port")
	want := `BOAT_CREW is "few", and has to be a number, for example 2.
There is no variable BOAT_HOME_PROT: did you mean BOAT_HOME_PORT?
BOAT_CODE has to be longer.
BOAT_HOME_PORT has to be a port.`
	if err := r.Err(); err == nil || err.Error() != want {
		t.Errorf("it says\n%v\nand not\n%s", err, want)
	}
	if b.Patience != settings.Duration(72*time.Hour) || strings.Join(b.Masts, " ") != "fore main" || b.Code != "hush" {
		t.Errorf("read %#v", b)
	}
}

func TestPrintHidesSecretsAndExplainsBlanks(t *testing.T) {
	t.Setenv("BOAT_CODE", "hush")
	t.Setenv("BOAT_MASTS", "fore,main")
	var b boat
	var r settings.Reader
	r.Read("BOAT", &b)
	var out bytes.Buffer
	settings.Print(&out, "BOAT", b)
	want := "BOAT_CREW=2  (default)\nBOAT_PATIENCE=0d  (default)\nBOAT_HOME_PORT=  (blank: any port)\nBOAT_CODE=(set)\nBOAT_MASTS=fore,main\n"
	if out.String() != want {
		t.Errorf("printed\n%s\nand not\n%s", &out, want)
	}
}
