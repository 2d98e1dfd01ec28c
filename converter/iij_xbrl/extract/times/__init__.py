"""Periods: how texts name them, the calendar that a document tells, and the days that its years begin and end on."""
