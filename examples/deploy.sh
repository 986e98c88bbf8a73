#!/bin/sh
# Loads the shop's small print into a running cluster. What stands between the
# two words is crm configuration and has its colours.
set -eu

vip=${1:-192.168.10.20}

crm configure load update - <<END
primitive p_vip_shop ocf:heartbeat:IPaddr2 \
	params ip=$vip cidr_netmask=24 \
	op monitor interval=10s timeout=20s
property maintenance-mode=false
END

cat <<'END' | crm configure
location l_shop_prefers_alice g_shop 100: alice
END

crm configure show | grep -q p_vip_shop && echo "done"
