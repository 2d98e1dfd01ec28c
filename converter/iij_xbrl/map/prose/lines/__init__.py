"""What lines of running text say of the lines below and behind them: items of lists, heads, other subjects."""
