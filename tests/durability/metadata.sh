#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# metadata.sh [all]: what a save keeps besides the bytes: mode, owner, group, access list, attributes, links. With the
# administrator's rights every one of them; with an ordinary user's, never a right more for anybody than before.
. "$(dirname "$0")/common.sh"
need setfacl getfacl setfattr getfattr setpriv
cases=0
folder=$scratch/folder file=$scratch/folder/0001.md
chmod 755 "$scratch"
cp "$HARNESS" "$scratch/harness" && HARNESS=$scratch/harness # where every user may start it
: >"$scratch/probe"
setfacl -m u:12345:r "$scratch/probe" 2>/dev/null && has_acl=yes || has_acl=no
setfattr -n user.mood -v calm "$scratch/probe" 2>/dev/null && has_xattr=yes || has_xattr=no
text "$scratch/old" 800
text "$scratch/new" 900
chmod 644 "$scratch/old" "$scratch/new"
as_root() { [ "$(id -u)" -eq 0 ]; }

fresh() {
    rm -rf "$folder"
    mkdir "$folder"
    cp "$scratch/old" "$file"
}
save() { # save [AS…] : by the harness, with consent
    cases=$((cases + 1))
    "$@" "$HARNESS" save "$file" --consent --text-from "$scratch/new" --base-from "$scratch/old" >"$scratch/said" 2>&1
}
facts() {
    stat -c '%a %u %g' "$file"
    getfacl -cpn "$file" 2>/dev/null
    getfattr -d -m '^user\.|^trusted\.|^security\.capability' "$file" 2>/dev/null | tail -n +2 | sort
}
kept() { # kept WHAT: everything as it was, and the new bytes
    local before
    before=$(facts)
    if ! save || ! holds_new; then promise_broken "$1: $(cat "$scratch/said")"; return; fi
    [ "$(facts)" = "$before" ] || promise_broken "$1: was: $before; is: $(facts)"
}

modes='0600 0640 0666 0604 4755'
others_modes='0604 0646 2676 4666'
if [ "${1:-}" = all ]; then
    modes='0600 0640 0644 0660 0664 0666 0700 0755 0604 0606 4755 2755 6755 1644 2644'
    others_modes='0604 0606 0646 0666 0664 0644 4666 2676 0607'
fi
owners=0:0
as_root && owners='0:0 1001:1001 0:1002 1003:0'
for mode in $modes; do
    for owner in $owners; do
        for acl in none named restricting; do
            for xattr in no yes; do
                [ "$acl" = none ] || [ "$has_acl" = yes ] || continue
                [ "$xattr" = no ] || [ "$has_xattr" = yes ] || continue
                fresh
                as_root && chown "$owner" "$file"
                [ "$xattr" = yes ] && setfattr -n user.mood -v calm "$file" && setfattr -n user.origin -v "$mode" "$file"
                [ "$acl" = named ] && setfacl -m u:1005:rw,g:1006:r "$file"
                [ "$acl" = restricting ] && setfacl -m u:1005:---,g:1006:---,m::r "$file"
                if [ "$acl" = none ] || [ "${mode:0:1}" != 0 ]; then chmod "$mode" "$file"; fi
                as_root || [ -w "$file" ] || continue
                kept "mode $mode, owner $owner, access list $acl, attributes $xattr"
            done
        done
    done
done

# A folder's default access list is not given to a file that has none.
if [ "$has_acl" = yes ]; then
    for mode in 0600 0640 0664; do
        fresh
        chmod "$mode" "$file"
        setfacl -d -m u:1005:rwx,g:1006:rwx "$folder"
        kept "mode $mode below a folder with a default access list"
    done
fi

# Hard links are asked about; with consent the other name keeps the old bytes.
fresh
ln "$file" "$folder/other"
"$HARNESS" save "$file" --text-from "$scratch/new" --base-from "$scratch/old" >"$scratch/said"
[ $? -eq 6 ] && holds_old || promise_broken "hard link: not asked"
save && holds_new && cmp -s "$folder/other" "$scratch/old" || promise_broken "hard link with consent"
# A link in the folder stays one.
fresh
mv "$file" "$folder/real.md" && ln -s real.md "$file"
save && [ -L "$file" ] && cmp -s "$folder/real.md" "$scratch/new" || promise_broken "symbolic link"
cases=$((cases + 1))

# What an ordinary user may do with files of others in a folder of their own: what is not kept is taken away.
rights() { # rights USER GROUP: "r", "w", "x" as that user, in that group alone
    setpriv --reuid="$1" --regid="$2" --clear-groups sh -c '
        [ -r "$1" ] && printf r; [ -w "$1" ] && printf w; [ -x "$1" ] && printf x' sh "$file"
}
probes='1005:1005 1002:1002 1007:1002 1008:1006 1009:1009'
never_wider() { # never_wider WHAT
    local probe user group before=() i=0 right now may_write
    for probe in $probes; do before+=("$(rights "${probe%:*}" "${probe#*:}")"); done
    may_write=$(rights 1001 1001)
    if ! save setpriv --reuid=1001 --regid=1001 --clear-groups; then
        [[ $may_write != *w* ]] && holds_old || promise_broken "$1: not saved, or not kept: $(cat "$scratch/said")"
        return
    fi
    for probe in $probes; do
        user=${probe%:*} group=${probe#*:}
        now=$(rights "$user" "$group")
        for right in r w x; do
            [[ $now != *$right* ]] || [[ ${before[$i]} == *$right* ]] || promise_broken "$1: $probe may now $right"
        done
        i=$((i + 1))
    done
    [ -z "$(find "$file" -perm /6000 -newer "$scratch/probe")" ] || promise_broken "$1: still set-user-ID or set-group-ID"
}
if as_root; then
    for mode in $others_modes; do
        for owner in 1003:1002 1001:1002; do
            for acl in none named restricting; do
                [ "$acl" = none ] || [ "$has_acl" = yes ] || continue
                fresh
                chown 1001:1001 "$folder"
                chown "$owner" "$file"
                chmod "$mode" "$file"
                [ "$acl" = named ] && setfacl -n -m u:1005:rw,g:1006:r "$file"
                [ "$acl" = restricting ] && setfacl -n -m u:1005:---,g:1006:--- "$file"
                [ "$owner" = 1001:1002 ] && [ "${mode:0:1}" = 4 ] && continue # their own set-user-ID is kept
                never_wider "as 1001: mode $mode, owner $owner, access list $acl"
            done
        done
    done
fi

# Where nothing can be written it is said why, and nothing changes.
refused() { # refused WHAT WORDS [AS…]
    local what=$1 words=$2
    shift 2
    if save "$@" || ! holds_old; then promise_broken "$what: not refused"; fi
    grep -q "$words" "$scratch/said" || promise_broken "$what: said $(cat "$scratch/said")"
}
fresh
user=()
as_root && user=(setpriv --reuid=1001 --regid=1001 --clear-groups) && chown 1001:1001 "$folder" "$file"
chmod 0444 "$file"
refused "a read-only file" "The file is write-protected" "${user[@]}"
chmod 0644 "$file"
chmod 0555 "$folder"
refused "a read-only folder" "Its folder is write-protected" "${user[@]}"
chmod 0755 "$folder"
if as_root && chattr +i "$file" 2>/dev/null; then
    refused "a file that is locked against changes" "Permission denied"
    chattr -i "$file"
fi
if as_root && mkdir "$scratch/ro" && mount --bind "$folder" "$scratch/ro" 2>/dev/null; then
    mounted+=("$scratch/ro")
    mount -o remount,bind,ro "$scratch/ro"
    file=$scratch/ro/0001.md
    refused "a read-only disk" "The disk is read-only"
    umount "$scratch/ro"
    file=$folder/0001.md
fi
as_root || echo "owners, groups and others' rights were left out: they need the administrator"
finish "$cases saves with metadata: modes, owners, groups, access lists ($has_acl), attributes ($has_xattr), links"
