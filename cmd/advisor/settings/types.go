package settings

import (
	"fmt"
	"log/slog"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Retired is the value of a variable that no longer does anything. The variable stays known for one
// release, so that it does not keep the advisor from starting.
type Retired string

// Secret is a value that is never printed.
type Secret string

func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "(set)"
}

// GoString keeps a secret out of %#v.
func (s Secret) GoString() string { return s.String() }

// LogValue keeps a secret out of logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// URL is an address whose password is never printed.
type URL string

func (u URL) String() string {
	if at, err := url.Parse(string(u)); err == nil {
		return at.Redacted()
	}
	return "(unreadable)" // so nobody knows where a password would be
}

// Duration is a time.Duration that may also be written in days: "90d".
type Duration time.Duration

// Decode reads a duration as envconfig finds it.
func (d *Duration) Decode(s string) error {
	if days, ok := strings.CutSuffix(s, "d"); ok {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is not a number of days", s)
		}
		*d = Duration(time.Duration(n) * 24 * time.Hour)
		return nil
	}
	v, err := time.ParseDuration(s)
	*d = Duration(v)
	return err
}

func (d Duration) String() string {
	if v := time.Duration(d); v%(24*time.Hour) == 0 {
		return strconv.Itoa(int(v/(24*time.Hour))) + "d"
	}
	return time.Duration(d).String()
}
