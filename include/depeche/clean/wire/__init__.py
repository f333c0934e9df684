"""The wires of teleprinter days: IPTC 7901, ANPA 1312, AFP's own lines, and LDC Gigaword's copies of them."""
