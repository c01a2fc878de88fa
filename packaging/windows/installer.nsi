; The installer for Windows: what it does. How everything is called, what is said and which files there are is written
; by script.py from the brand, the catalogue and the frozen program, into the file that VALUES names.
;
;   /S  without a window        /ALLUSERS, /CURRENTUSER  for whom        /D=folder  where to (the last word, unquoted)
;   of the uninstaller: /S, and /REMOVEDATA for what is the person's own, too

Unicode true
!include "${VALUES}"
Target ${TARGET}

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include nsDialogs.nsh
!include Sections.nsh
!include WinVer.nsh
!include Win\WinNT.nsh
!include x64.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${IDENTIFIER}"
!ifdef URL_SCHEME
  !define LINKS_KEY "Software\Classes\${URL_SCHEME}"
!endif
!define PROGRAM "${SLUG}.exe"
!define CONSOLE_PROGRAM "${SLUG}-cli.exe"
!define UNINSTALLER "uninstall.exe"
; By this file a folder is known to be ours: nothing is taken out of any other.
!define MARK "installed.ini"
; What a run with more rights is told of the words of this one; an empty folder is none.
!define GIVEN_WORDS "/D=$GivenFolder"
; Half a second each, for a program that was asked to close.
!define CLOSING_TURNS 20
; NSIS's number for the words about room on the page of components.
!define IDC_SPACEREQUIRED 1023

Name "${NAME}" "${NAME_IN_DIALOGS}"
OutFile "${INSTALLER}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user ; as whoever starts it: rights are asked for when everybody is to have the program
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestDPIAwareness "PerMonitorV2,PerMonitor"
ManifestLongPathAware true
SetCompressor ${COMPRESSION}
SetDateSave on
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGNING
  !uninstfinalize `"${PYTHON}" "${SIGNING}" "%1"` = 0
!endif

VIProductVersion "${NUMBERED_VERSION}"
VIFileVersion "${NUMBERED_VERSION}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

Var ForEverybody ; 1 or 0
Var GivenFolder ; what stood after /D=
Var OlderFolder ; where the program is installed already, for the same people
Var ButtonForEverybody

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PANEL}"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
Page custom ShowScope TakeScope
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolderForEverybody
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE TakeFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(WHAT_TO_REMOVE)"
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST " "
!define MUI_COMPONENTSPAGE_TEXT_INSTTYPE " "
!define MUI_PAGE_CUSTOMFUNCTION_SHOW un.HideSizes
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro Words

; Says why nothing more is done, and ends: without a window, the code says it.
!macro Refuse SENTENCE CODE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; What both programs, the installer and the uninstaller, do alike.
!macro DefineShared un
  ; Puts 1 on the stack when a program of the folder on it runs, else 0: Windows lets nobody write to what runs.
  Function ${un}IsRunning
    Exch $R0
    Push $R1
    Push $R2
    StrCpy $R2 0
    !insertmacro LookWhetherRunning "$R0\${PROGRAM}"
    !insertmacro LookWhetherRunning "$R0\${CONSOLE_PROGRAM}"
    StrCpy $R0 $R2
    Pop $R2
    Pop $R1
    Exch $R0
  FunctionEnd

  ; Ends only when nothing of the folder on the stack runs; the person may have it closed, or give up.
  Function ${un}EndRunning
    Exch $R0
    Push $R1
    Push $R2
    ${Do}
      Push $R0
      Call ${un}IsRunning
      Pop $R1
      ${If} $R1 == 0
        ${Break}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel ${CODE_RUNNING}
        Quit
      ${EndIf}
      ; Closes its windows, as a person does; what has none ends with them.
      nsExec::Exec '"$SYSDIR\taskkill.exe" /IM "${PROGRAM}"'
      Pop $R1
      ${ForEach} $R2 1 ${CLOSING_TURNS} + 1
        Push $R0
        Call ${un}IsRunning
        Pop $R1
        ${If} $R1 == 0
          ${Break}
        ${EndIf}
        Sleep 500
      ${Next}
    ${Loop}
    Pop $R2
    Pop $R1
    Pop $R0
  FunctionEnd

  ; Takes away what was installed into the folder on the stack, if it carries our mark.
  Function ${un}RemoveProgram
    Exch $R0
    Push $R1
    ReadINIStr $R1 "$R0\${MARK}" "installed" "identifier"
    ${If} $R1 == "${IDENTIFIER}"
      ClearErrors
      !insertmacro RemovePayload "$R0"
      ${If} ${Errors}
        !insertmacro Refuse "$(CANNOT_REMOVE)" ${CODE_CANNOT_WRITE}
      ${EndIf}
      Delete "$R0\${UNINSTALLER}" ; stays where it is run in place, as other installers do
      Delete "$R0\${MARK}"
      RMDir "$R0"
    ${EndIf}
    Pop $R1
    Pop $R0
  FunctionEnd

  ; Puts 1 on the stack when this process may change what belongs to everybody, else 0.
  Function ${un}HasRights
    UserInfo::GetAccountType
    Exch $R0
    ${If} $R0 == "Admin"
      StrCpy $R0 1
    ${Else}
      StrCpy $R0 0
    ${EndIf}
    Exch $R0
  FunctionEnd
!macroend

!macro LookWhetherRunning FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $R1 "${FILE}" a
    ${If} ${Errors}
      StrCpy $R2 1
    ${Else}
      FileClose $R1
    ${EndIf}
  ${EndIf}
!macroend

; Ends when another run, told these words, has begun with the rights that Windows asked the person for, else goes on.
!macro HandOverWithRights FILE WORDS
  ClearErrors
  ExecShell "runas" "${FILE}" "/ALLUSERS ${WORDS}"
  ${IfNot} ${Errors}
    Quit
  ${EndIf}
!macroend

; Goes on only with rights over what is everybody's; a person is asked for them.
!macro TakeRights un FILE WORDS
  Call ${un}HasRights
  Pop $R0
  ${If} $R0 == 0
    ${IfNot} ${Silent}
      !insertmacro HandOverWithRights "${FILE}" "${WORDS}"
    ${EndIf}
    !insertmacro Refuse "$(NO_RIGHTS)" ${CODE_NOT_ALLOWED}
  ${EndIf}
!macroend

!insertmacro DefineShared ""
!insertmacro DefineShared "un."

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(WINDOWS_TOO_OLD)" ${CODE_UNAVAILABLE}
  ${EndIf}
  StrCpy $GivenFolder $INSTDIR
  Call ReadScope
  Call SettleScope
  ${If} $ForEverybody == 1
    !insertmacro TakeRights "" "$EXEPATH" "${GIVEN_WORDS}"
    Call KeepToProgramFiles
  ${EndIf}
FunctionEnd

; For whom: as it is said, else as it is installed, else for this person.
Function ReadScope
  Push $R0
  Push $R1
  StrCpy $ForEverybody 0
  ReadRegStr $R0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $R1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 != ""
  ${AndIf} $R1 == ""
    StrCpy $ForEverybody 1
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $ForEverybody 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CURRENTUSER" $R1
  ${IfNot} ${Errors}
    StrCpy $ForEverybody 0
  ${EndIf}
  Pop $R1
  Pop $R0
FunctionEnd

; Where to: as it is said, else where it is installed, else where Windows wants it.
Function SettleScope
  ${If} $ForEverybody == 1
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    SetShellVarContext current
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
  ReadRegStr $OlderFolder SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${ElseIf} $OlderFolder != ""
    StrCpy $INSTDIR $OlderFolder
  ${EndIf}
FunctionEnd

; What everybody runs lies where only administrators can change it.
Function KeepToProgramFiles
  Push $R0
  Push $R1
  System::Call 'kernel32::GetFullPathName(t "$INSTDIR", i ${NSIS_MAX_STRLEN}, t .s, p 0)'
  Pop $INSTDIR
  StrLen $R0 "$PROGRAMFILES64\"
  StrCpy $R1 $INSTDIR $R0
  ${If} $R1 != "$PROGRAMFILES64\"
    !insertmacro Refuse "$(ONLY_PROGRAM_FILES)" ${CODE_USAGE}
  ${EndIf}
  Pop $R1
  Pop $R0
FunctionEnd

Function ShowScope
  !insertmacro MUI_HEADER_TEXT "$(FOR_WHOM)" "$(FOR_WHOM_NOTE)"
  nsDialogs::Create 1018
  Pop $R0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(FOR_ME)"
  Pop $R0
  ${NSD_AddStyle} $R0 ${WS_GROUP}
  ${NSD_CreateRadioButton} 0 30u 100% 12u "$(FOR_EVERYBODY)"
  Pop $ButtonForEverybody
  ${If} $ForEverybody == 1
    ${NSD_Check} $ButtonForEverybody
    ${NSD_SetFocus} $ButtonForEverybody
  ${Else}
    ${NSD_Check} $R0
    ${NSD_SetFocus} $R0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeScope
  ${NSD_GetState} $ButtonForEverybody $ForEverybody
  Call SettleScope
  ${If} $ForEverybody == 1
    Call HasRights
    Pop $R0
    ${If} $R0 == 0
      !insertmacro HandOverWithRights "$EXEPATH" "${GIVEN_WORDS}"
      MessageBox MB_OK|MB_ICONINFORMATION "$(NO_RIGHTS)"
      Abort
    ${EndIf}
    Call KeepToProgramFiles
  ${EndIf}
FunctionEnd

Function SkipFolderForEverybody
  ${If} $ForEverybody == 1
    Abort
  ${EndIf}
FunctionEnd

Function TakeFolder
  Call IsFolderOurs
  Pop $R0
  ${If} $R0 == 0
    MessageBox MB_OK|MB_ICONINFORMATION "$(FOLDER_OF_OTHERS)"
    Abort
  ${EndIf}
FunctionEnd

; Puts 1 on the stack when the folder carries our mark, is empty, or is not there yet, else 0.
Function IsFolderOurs
  Push $R0
  ReadINIStr $R0 "$INSTDIR\${MARK}" "installed" "identifier"
  ${If} $R0 == "${IDENTIFIER}"
    StrCpy $R0 1
  ${Else}
    ${DirState} "$INSTDIR" $R0
    ${If} $R0 == 1
      StrCpy $R0 0
    ${Else}
      StrCpy $R0 1
    ${EndIf}
  ${EndIf}
  Exch $R0
FunctionEnd

Section
  Call IsFolderOurs
  Pop $R0
  ${If} $R0 == 0
    !insertmacro Refuse "$(FOLDER_OF_OTHERS)" ${CODE_INVALID}
  ${EndIf}
  Call ReplaceOlder
  ClearErrors
  SetOutPath "$INSTDIR"
  Call Mark
  !insertmacro InstallPayload
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  ${If} ${Errors}
    Abort
  ${EndIf}
  Call Register
  !ifdef LINKS_KEY
    Call RegisterLinks
  !endif
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "${TAGLINE}"
  Call BringWebView2
SectionEnd

; Takes away what an older version had installed, wherever that was; a file that it alone has stays nowhere.
Function ReplaceOlder
  ${If} $OlderFolder != ""
  ${AndIf} $OlderFolder != $INSTDIR
    Push $OlderFolder
    Call EndRunning
  ${EndIf}
  Push $INSTDIR
  Call EndRunning
  ${If} $OlderFolder != ""
    Push $OlderFolder
    Call RemoveProgram
  ${EndIf}
  Push $INSTDIR
  Call RemoveProgram
FunctionEnd

; Before the first file, so that an installation that is cut off can be begun once more.
Function Mark
  WriteINIStr "$INSTDIR\${MARK}" "installed" "identifier" "${IDENTIFIER}"
  WriteINIStr "$INSTDIR\${MARK}" "installed" "everybody" "$ForEverybody"
FunctionEnd

; Tells Windows what is installed, and how it is removed.
Function Register
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "HelpLink" "${SUPPORT}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KIB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

!ifdef LINKS_KEY
  ; What starts the program with a link. The program refuses a link beside any other word, so none can bring words of its own.
  !define LINKS_COMMAND `"$INSTDIR\${PROGRAM}" "%1"`

  ; Puts 1 on the stack when something is called like our links that is none, a kind of files for example, else 0.
  Function IsNameTaken
    Push $R0
    Push $R1
    StrCpy $R0 0
    ClearErrors
    ReadRegStr $R1 SHCTX "${LINKS_KEY}" "URL Protocol"
    ${If} ${Errors}
      EnumRegKey $R1 SHCTX "${LINKS_KEY}" 0
      ClearErrors
      EnumRegValue $R0 SHCTX "${LINKS_KEY}" 0 ; what stands in the key itself has an empty name
      ${If} $R1 != ""
      ${OrIfNot} ${Errors}
        StrCpy $R0 1
      ${Else}
        StrCpy $R0 0
      ${EndIf}
    ${EndIf}
    Pop $R1
    Exch $R0
  FunctionEnd

  ; Has links open the program; of whatever had them open something else before, nothing is mixed in.
  Function RegisterLinks
    Call IsNameTaken
    Pop $R0
    ${If} $R0 == 1
      Return
    ${EndIf}
    DeleteRegKey SHCTX "${LINKS_KEY}"
    WriteRegStr SHCTX "${LINKS_KEY}" "" "URL:${NAME}"
    WriteRegStr SHCTX "${LINKS_KEY}" "URL Protocol" ""
    WriteRegStr SHCTX "${LINKS_KEY}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "${LINKS_KEY}\shell\open\command" "" '${LINKS_COMMAND}'
  FunctionEnd

  ; Leaves links alone that open something else by now.
  Function un.ForgetLinks
    Push $R0
    ReadRegStr $R0 SHCTX "${LINKS_KEY}\shell\open\command" ""
    ${If} $R0 == '${LINKS_COMMAND}'
      DeleteRegKey SHCTX "${LINKS_KEY}"
    ${EndIf}
    Pop $R0
  FunctionEnd
!endif

; An engine that was removed leaves an empty version or only noughts behind.
!macro LookForWebView2 VIEW HIVE
  SetRegView ${VIEW}
  ReadRegStr $R1 ${HIVE} "${WEBVIEW2_KEY}" "pv"
  ${If} $R1 != ""
  ${AndIf} $R1 != "0.0.0.0"
    StrCpy $R0 $R1
  ${EndIf}
!macroend

; Puts the version of WebView2 on the stack, or nothing: it is installed for everybody or for this person.
Function FindWebView2
  Push $R0
  Push $R1
  StrCpy $R0 ""
  !insertmacro LookForWebView2 64 HKLM
  !insertmacro LookForWebView2 32 HKLM
  !insertmacro LookForWebView2 64 HKCU
  !insertmacro LookForWebView2 32 HKCU
  SetRegView 64
  Pop $R1
  Exch $R0
FunctionEnd

Function BringWebView2
  Call FindWebView2
  Pop $R0
  !ifdef BOOTSTRAPPER
    ${If} $R0 == ""
      DetailPrint "$(BRINGING_WEBVIEW2)"
      InitPluginsDir
      File "/oname=$PLUGINSDIR\webview2.exe" "${BOOTSTRAPPER}"
      ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install'
      Call FindWebView2
      Pop $R0
    ${EndIf}
  !endif
  ${If} $R0 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "$(NO_WEBVIEW2)" /SD IDOK
    SetErrorLevel ${CODE_UNAVAILABLE}
  ${EndIf}
FunctionEnd

; Through the desktop: this process may have an administrator's rights, which the program refuses to run with.
Function StartProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

Function .onInstFailed
  SetErrorLevel ${CODE_CANNOT_WRITE}
FunctionEnd

; How much room what is removed will take, says nothing.
Function un.HideSizes
  FindWindow $R0 "#32770" "" $HWNDPARENT
  GetDlgItem $R0 $R0 ${IDC_SPACEREQUIRED}
  ShowWindow $R0 ${SW_HIDE}
FunctionEnd

Section "un.${NAME}"
  SectionIn RO
  Push $INSTDIR
  Call un.EndRunning
  Push $INSTDIR
  Call un.RemoveProgram
  ; The shortcut and the entry may be another copy's, which was installed elsewhere.
  ReadRegStr $R0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ${EndIf}
  !ifdef LINKS_KEY
    Call un.ForgetLinks
  !endif
SectionEnd

Section /o "un.$(OWN_DATA)" OwnData
  SetShellVarContext current ; the person's at this computer, for whomever the program was installed
  Push "$LOCALAPPDATA\${SLUG}"
  Call un.RemoveTree
  Push "$LOCALAPPDATA\Temp\${SLUG}"
  Call un.RemoveTree
  Call un.ForgetKeys
SectionEnd

; Takes away what is at the path on the stack, a folder with all that is in it, but of a link nothing but the link.
; NSIS's own "RMDir /r" enters links: whoever can put one here would have an administrator remove what it leads to.
Function un.RemoveTree
  Exch $R0
  Push $R1
  Push $R2
  System::Call 'kernel32::GetFileAttributes(t R0) i .R1'
  IntOp $R2 $R1 & ${FILE_ATTRIBUTE_DIRECTORY}
  IntOp $R1 $R1 & ${FILE_ATTRIBUTE_REPARSE_POINT}
  ${If} $R2 = 0
    Delete "$R0"
  ${Else}
    ${If} $R1 = 0
      Push "$R0"
      Call un.EmptyFolder
    ${EndIf}
    RMDir "$R0"
  ${EndIf}
  Pop $R2
  Pop $R1
  Pop $R0
FunctionEnd

; Takes away what is in the folder on the stack.
Function un.EmptyFolder
  Exch $R0
  Push $R1
  Push $R2
  FindFirst $R1 $R2 "$R0\*.*"
  ${While} $R2 != ""
    ${If} $R2 != "."
    ${AndIf} $R2 != ".."
      Push "$R0\$R2"
      Call un.RemoveTree
    ${EndIf}
    FindNext $R1 $R2
  ${EndWhile}
  FindClose $R1
  Pop $R2
  Pop $R1
  Pop $R0
FunctionEnd

; Takes the program's keys out of the Credential Manager, where the keyring package calls them "…@service".
Function un.ForgetKeys
  System::Call 'advapi32::CredEnumerateW(p 0, i 0, *i .r0, *p .r1) i .r2'
  ${If} $2 = 0
    Return
  ${EndIf}
  StrLen $9 "@${SLUG}"
  StrCpy $3 $1
  ${While} $0 > 0
    System::Call '*$3(p .r4)'
    System::Call '*$4(i, i .r5, w .r6)'
    StrCpy $7 $6 "" -$9
    ${If} $6 S== "${SLUG}"
    ${OrIf} $7 S== "@${SLUG}"
      System::Call 'advapi32::CredDeleteW(w r6, i r5, i 0)'
    ${EndIf}
    IntPtrOp $3 $3 + ${NSIS_PTR_SIZE}
    IntOp $0 $0 - 1
  ${EndWhile}
  System::Call 'advapi32::CredFree(p r1)'
FunctionEnd

Function un.onInit
  SetRegView 64
  ReadINIStr $R0 "$INSTDIR\${MARK}" "installed" "identifier"
  ${If} $R0 != "${IDENTIFIER}"
    !insertmacro Refuse "$(NOT_INSTALLED_HERE)" ${CODE_INVALID}
  ${EndIf}
  ReadINIStr $R0 "$INSTDIR\${MARK}" "installed" "everybody"
  ${If} $R0 == 1
    SetShellVarContext all
    ; Not /REMOVEDATA: whoever lends the rights may be somebody else, with data of their own.
    !insertmacro TakeRights "un." "$INSTDIR\${UNINSTALLER}" ""
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/REMOVEDATA" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${OwnData}
  ${EndIf}
FunctionEnd
