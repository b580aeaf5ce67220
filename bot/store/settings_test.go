package store_test

import (
	"testing"
)

func testSettings(t *testing.T, db database) {
	s, other := db.open(t), db.open(t)
	for _, kept := range [][2]string{{"channel:C1", `{"private":true}`}, {"editors", `["U1"]`}, {"editors", `["U2"]`}, {"gone", "1"}, {"gone", ""}, {"never", ""}} {
		must(t, s.SaveSetting(t.Context(), kept[0], kept[1]))
	}
	got, err := other.Settings(t.Context())
	must(t, err)
	same(t, got, map[string]string{"channel:C1": `{"private":true}`, "editors": `["U2"]`})
}

func testReferrals(t *testing.T, db database) {
	s := db.open(t)
	_, err := s.Referral(t.Context(), "C9", "1.0")
	wantNone(t, err)
	save(t, s, full(), turn("T2", 1, refusal()))
	must(t, s.SaveReferral(t.Context(), "C9", "1.0", "T1"))
	must(t, s.SaveReferral(t.Context(), "C9", "1.0", "T2"))
	must(t, s.SaveReferral(t.Context(), "C9", "2.0", "no turn"))
	got, err := s.Referral(t.Context(), "C9", "1.0")
	must(t, err)
	same(t, got, full())
	_, err = s.Referral(t.Context(), "C8", "1.0")
	wantNone(t, err)
	must(t, s.DropTurn(t.Context(), "T1"))
	wantRows(t, s, map[string]int{"referrals": 0})
}
